import assert from 'node:assert/strict';
import { type Row, rowsOf } from '../../client/formation/rows';
import type { TypeView } from '../../client/formation/view';
import manifest from '../../package.json';
import { processState } from '../harness/session-world';

const { contributes } = manifest;
const ids = new Set(contributes.commands.map(({ command }) => command));

const web: TypeView = {
  name: 'web',
  command: 'serve',
  count: 2,
  oneOff: false,
  serves: true,
  ports: [5000, 5001],
};
const release: TypeView = { ...web, name: 'release', count: 0, oneOff: true, ports: [] };
const processes = [processState('web.1')];
const tree = rowsOf([
  {
    key: 'app',
    name: 'app',
    procfile: 'Procfile',
    procfiles: ['Procfile'],
    types: [web, release],
    processes,
  },
]);

/** The buttons on a row, from left to right. */
function buttons(label: string): string[] {
  const all = (rows: readonly Row[]): readonly Row[] => rows.flatMap((row) => [row, ...all(row.children)]);
  const row = all(tree).find((candidate) => candidate.label === label);
  assert.ok(row, label);
  return contributes.menus['view/item/context']
    .filter(({ group, when }) => group.startsWith('inline') && matches(when, row.context))
    .sort((a, b) => a.group.localeCompare(b.group))
    .map(({ command }) => command.replace('twelveFactor.', ''));
}

/** The part of a when clause that asks for the row. */
function matches(when: string, context: string): boolean {
  const [, source] = /viewItem =~ \/(.*)\/$/.exec(when) ?? [];
  return source !== undefined && new RegExp(source).test(context);
}

describe('the manifest', () => {
  it('names only commands there are', () => {
    const welcome = contributes.viewsWelcome.flatMap(({ contents }) =>
      Array.from(contents.matchAll(/command:(twelveFactor\.[\w.]+)/g), ([, id]) => id),
    );
    const menus = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
    for (const id of [...welcome, ...menus]) assert.ok(ids.has(id ?? ''), id);
  });

  it('puts on each row the buttons for what can be done', () => {
    assert.deepEqual(buttons('web'), [
      'process.scaleDown',
      'process.scaleUp',
      'process.restart',
      'process.stop',
    ]);
    assert.deepEqual(buttons('web.1'), [
      'process.debug',
      'process.openInBrowser',
      'process.restart',
      'process.stop',
    ]);
    assert.deepEqual(buttons('web.2'), ['process.debug', 'process.start']);
    assert.deepEqual(buttons('release'), ['process.start']);
    assert.deepEqual(buttons('One-off processes'), ['runOneOff']);
  });

  it('lets no command that starts processes run in an untrusted workspace', () => {
    const starting = contributes.commands.filter(({ command }) =>
      /\.(?:start|restart|scale\w+)$/.test(command),
    );
    const guarded = starting.filter(({ command }) => !command.includes('.server.'));
    assert.equal(guarded.length, 7);
    for (const command of guarded) {
      assert.match(
        'enablement' in command ? String(command.enablement) : '',
        /isWorkspaceTrusted/,
        command.command,
      );
    }
  });

  it('restricts in an untrusted workspace every setting that decides what runs', () => {
    const settings = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    const ofFormation = settings.filter((name) => name.startsWith('twelveFactor.formation.'));
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.deepEqual(
      ofFormation.filter((name) => !restrictedConfigurations.includes(name)),
      [],
    );
  });

  it('never activates on everything', () => {
    assert.ok(manifest.activationEvents.every((event) => event !== '*' && event !== 'onStartupFinished'));
  });
});
