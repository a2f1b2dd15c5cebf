import type { Api } from '../../../rule';
import { addressBreach, binds, first, portBreach } from '../shared/ports';

const rust: readonly Api[] = [
  binds(['tide.new().listen', 'tide.with_state().listen'], first),
  binds(
    [
      'std.net.TcpListener.bind',
      'tokio.net.TcpListener.bind',
      'async_std.net.TcpListener.bind',
      'poem.listener.TcpListener.bind',
      'salvo.conn.TcpListener.new',
    ],
    first,
  ),
  {
    calls: ['actix_web.HttpServer.new().bind', 'actix_web.HttpServer.new().workers().bind'],
    breach: (call) => {
      const given = first(call);
      return given?.kind === 'array' ? portBreach(given.items[1]) : addressBreach(given);
    },
  },
  {
    calls: ['warp.serve().run', 'std.net.SocketAddr.from'],
    breach: (call) => {
      const given = first(call);
      return given?.kind === 'array' ? portBreach(given.items[1]) : undefined;
    },
  },
];

export default rust;
