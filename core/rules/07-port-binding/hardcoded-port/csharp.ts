import type { Value } from '../../../facts/fact';
import type { Api } from '../../../rule';
import { binds, first, listens, second } from '../shared/ports';

const nameOf = (value: Value | undefined): string => (value?.kind === 'reference' ? value.name : '');

const csharp: readonly Api[] = [
  binds(['?.UseUrls'], first, true),
  binds(
    [
      'Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder().WebHost.UseUrls',
      'WebApplication.CreateBuilder().WebHost.UseUrls',
    ],
    first,
    true,
  ),
  binds(['WebApplication.CreateBuilder().Build().Run', 'WebApplication.Create().Run'], first, true),
  listens(['?.ListenAnyIP', '?.ListenLocalhost'], first, true),
  listens(['System.Net.Sockets.TcpListener', 'TcpListener'], second),
  listens(['?.Listen'], (call) => (/IPAddress\./.test(nameOf(first(call))) ? second(call) : undefined), true),
  listens(['Grpc.Core.ServerPort', 'ServerPort'], second),
  binds(['Microsoft.Owin.Hosting.WebApp.Start', 'WebApp.Start'], first),
  binds(['WebApplication.CreateBuilder().Build().Urls.Add', 'WebApplication.Create().Urls.Add'], first, true),
  binds(['System.Net.HttpListener().Prefixes.Add', 'HttpListener().Prefixes.Add'], first),
];

export default csharp;
