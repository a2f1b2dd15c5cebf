import type { EntryCheck } from '../../../rule';

const ACTIONS =
  /^(?:SamKirkland\/FTP-Deploy-Action|sebastianpopp\/ftp-action|wangyucode\/sftp-upload-action|wlixcc\/SFTP-Deploy-Action|easingthemes\/ssh-deploy|burnett01\/rsync-deployments|contention\/rsync-deployments|milanmk\/actions-file-deployer)@/i;
const STATIC = /^\.?\/?(?:dist|public|build|_site|docs?|out|html|static)\/?$/;

/** Steps of a workflow that upload files into the folder that is served. */
export const uploads: readonly EntryCheck[] = [
  {
    files: /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/,
    at: /^jobs\.[^.]+\.steps\.\d+\.uses$/,
    breach({ value, range, keys }, _file, _app, all) {
      if (!ACTIONS.test(value)) return undefined;
      const step = keys.slice(0, -1).join('.');
      const isStatic = all.some(
        (entry) =>
          /(?:local-dir|source|path|local_path)$/i.test(entry.keys.at(-1) ?? '') &&
          entry.keys.join('.').startsWith(`${step}.`) &&
          STATIC.test(entry.value),
      );
      const what = value.split('@')[0] ?? value;
      return { range, words: { what }, ...(isStatic ? { severity: 'hint' as const } : {}) };
    },
  },
];
