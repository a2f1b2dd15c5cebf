/** Goes into the name of an installed editor: a change of how it is installed installs it anew. */
export const recipe = 2;

/**
 * The editors the tests run on, both delivered by npm: the oldest we support and the newest.
 * `pin` replaces what npm cannot deliver or would have to compile.
 */
export const editors = {
  floor: {
    vscode: '1.106.3',
    code: 'code-server@4.106.3',
    node: '22',
    pin: { '@parcel/watcher': '2.5.1', 'node-pty': '1.2.0-beta.15' },
  },
  newest: { vscode: '1.139.1', code: 'code-server@4.139.1', node: '24', pin: undefined },
};
