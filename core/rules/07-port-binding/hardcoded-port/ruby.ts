import type { Api } from '../../../rule';
import { addressBreach, binds, first, keyword, listens, portBreach, second } from '../shared/ports';

const ruby: readonly Api[] = [
  listens(
    [
      'Rack.Handler.Puma.run',
      'Rack.Handler.WEBrick.run',
      'Rack.Handler.Thin.run',
      'Rackup.Handler.Puma.run',
      'Rackup.Handler.WEBrick.run',
    ],
    keyword('Port'),
  ),
  listens(['WEBrick.HTTPServer.new'], keyword('Port')),
  listens(['Sinatra.Application.run!', 'Sinatra.Base.run!'], keyword('port')),
  listens(['TCPServer.new', 'TCPServer.open'], (call) => second(call) ?? first(call)),
  binds(['GRPC.RpcServer.new().add_http2_port'], first),
  // `set :port, 4567` of Sinatra.
  {
    calls: ['set'],
    breach: (call) =>
      first(call)?.kind === 'string' && textIs(first(call), 'port') ? portBreach(second(call)) : undefined,
  },
  // `port 3000` and `bind "tcp://0.0.0.0:3000"` of Puma's configuration, `listen 8080` of Unicorn's.
  {
    calls: ['port', 'listen', 'bind'],
    breach: (call, file) =>
      SERVER_CONFIG.test(file.path) ? (portBreach(first(call)) ?? addressBreach(first(call))) : undefined,
  },
];

const SERVER_CONFIG = /(?:^|\/)(?:puma|unicorn)(?:[./][\w.]*)?\.rb$/;

function textIs(value: ReturnType<typeof first>, text: string): boolean {
  return value?.kind === 'string' && value.text === text;
}

export default ruby;
