import type { RoleCommand } from '../../../formats/commands';
import { wordsOf } from '../../../names';
import { everySimple, type SimpleCommand } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { programWords } from '../../shared/commands';
import { isCredential } from './credentials';

/** Commands that write config into what is built, or choose a deploy in the command of the image. */
export function commandsOfBuild({ command, role, place }: RoleCommand): Breach[] {
  return everySimple(command).flatMap((simple) => [
    ...(role === 'build' && place?.key === 'RUN' ? cached(simple) : []),
    ...(role === 'run' && /^(?:CMD|ENTRYPOINT)$/.test(place?.key ?? '') ? profile(simple) : []),
    ...(role === 'build' || role === 'ci' || role === 'deploy' ? buildArguments(simple) : []),
    ...(role === 'run' || role === 'dev' ? [] : linked(simple)),
  ]);
}

/** Laravel's cache of its config holds the environment of the moment. */
function cached(simple: SimpleCommand): Breach[] {
  const words = programWords(simple);
  const found = words.find(({ text }) => /^(?:config:cache|optimize)$/.test(text));
  const isArtisan = words.some(({ text }) => /(?:^|\/)artisan$/.test(text));
  if (!found || !isArtisan) return [];
  return [
    {
      range: simple.range,
      words: { what: 'The environment of the build', advice: 'Cache the config in the release step.' },
    },
  ];
}

function profile(simple: SimpleCommand): Breach[] {
  return simple.words.flatMap(({ text, range }) =>
    /^-{1,2}D?spring\.profiles\.active=(?:prod|production|staging|live)\b/.test(text)
      ? [
          {
            range,
            words: {
              what: 'The profile of one deploy',
              advice: 'Set SPRING_PROFILES_ACTIVE where the app is deployed.',
            },
            severity: 'information' as const,
          },
        ]
      : [],
  );
}

/** `--build-arg API_KEY=…`: build arguments stay readable in the history of the image. */
function buildArguments({ words }: SimpleCommand): Breach[] {
  return words.flatMap(({ text }, at): Breach[] => {
    const isOption = text === '--build-arg';
    const written = isOption ? words[at + 1] : text.startsWith('--build-arg=') ? words[at] : undefined;
    const name = /^(?:--build-arg=)?([A-Za-z_]\w*)/.exec(written?.text ?? '')?.[1];
    if (!written || name === undefined || !isCredential(name)) return [];
    const advice = 'Pass it with --secret, which leaves nothing behind.';
    return [{ range: written.range, words: { what: `The credential ${name}`, advice } }];
  });
}

const LINKED = /-X[ =]'?([\w./-]{1,200})\.(\w{1,80})=([^\s'"]{0,300})/g;

/** `go build -ldflags "-X main.dbURL=…"`: fine for a version, not for what each deploy has its own of. */
function linked({ words }: SimpleCommand): Breach[] {
  if (words[0]?.text !== 'go' || !words.some(({ text }) => text.includes('ldflags'))) return [];
  return words.flatMap(({ text, range }) =>
    [...text.matchAll(LINKED)].flatMap(([, , name = '', value = '']): Breach[] => {
      const parts = wordsOf(name).join('_').toUpperCase();
      if (!/(?:^|_)(?:URL|DSN|ENDPOINT|DATABASE)$/.test(parts) && !isCredential(parts)) return [];
      if (/^(?:https?:\/\/)?(?:localhost|127\.)/.test(value)) return [];
      return [
        {
          range,
          words: {
            what: `The value of ${name}`,
            advice: 'Read it with os.Getenv where the app runs.',
          },
        },
      ];
    }),
  );
}
