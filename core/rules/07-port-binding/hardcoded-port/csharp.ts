import type { Api } from '../../../rule';
import { binds, first, listens, second } from '../shared/ports';

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
  binds(['System.Net.HttpListener().Prefixes.Add', 'HttpListener().Prefixes.Add'], first),
];

export default csharp;
