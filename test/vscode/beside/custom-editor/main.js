// Shows env files in a web view, as extensions do that hide values so.
const { window } = require('vscode');

exports.activate = (context) => {
  const provider = {
    resolveCustomTextEditor: (_document, panel) => {
      panel.webview.html = '<h1>Env editor</h1>';
    },
  };
  context.subscriptions.push(window.registerCustomEditorProvider('test.envEditor', provider));
};
