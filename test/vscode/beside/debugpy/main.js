// Brings debugpy's own adapter into the editor, as the extension "Python Debugger" does.
const { DebugAdapterExecutable, DebugAdapterServer, debug, workspace } = require('vscode');

exports.activate = (context) => {
  const factory = {
    createDebugAdapterDescriptor: ({ configuration: { connect } }) => {
      // Where a program listens for debuggers, its adapter runs already.
      if (connect) return new DebugAdapterServer(connect.port, connect.host);
      const python = workspace.getConfiguration('testDebugpy').get('python');
      return new DebugAdapterExecutable(python, ['-m', 'debugpy.adapter']);
    },
  };
  context.subscriptions.push(debug.registerDebugAdapterDescriptorFactory('debugpy', factory));
};
