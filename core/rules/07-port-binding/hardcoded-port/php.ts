import type { Api } from '../../../rule';
import { binds, first, listens, second } from '../shared/ports';

const php: readonly Api[] = [
  listens(
    [
      'Swoole.Http.Server',
      'Swoole.WebSocket.Server',
      'Swoole.Server',
      'OpenSwoole.Http.Server',
      'OpenSwoole.Server',
    ],
    second,
  ),
  binds(['React.Socket.SocketServer', 'React.Socket.TcpServer', 'Workerman.Worker'], first),
  listens(['React.Socket.TcpServer'], first),
];

export default php;
