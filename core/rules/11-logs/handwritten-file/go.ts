import type { Value } from '../../../facts/fact';
import type { Api } from '../../../rule';
import { write } from './write';

const GO_LOGGERS =
  /^(?:log|log\/slog|github\.com\/(?:sirupsen\/logrus|rs\/zerolog|gin-gonic\/gin|labstack\/echo|gofiber\/fiber|gorilla\/handlers|hashicorp\/go-hclog|go-kit)|go\.uber\.org\/zap)\b/;

const isReadOnly = (flag: Value | undefined): boolean =>
  (flag?.kind === 'reference' && flag.name === 'os.O_RDONLY') ||
  (flag?.kind === 'number' && flag.value === 0);

const apis: readonly Api[] = [
  write({ calls: ['os.OpenFile'], unless: GO_LOGGERS, when: ({ args }) => !isReadOnly(args[1]?.value) }),
  write({ calls: ['os.Create', 'os.WriteFile'], unless: GO_LOGGERS }),
];

export default apis;
