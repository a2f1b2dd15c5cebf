import { argumentAt } from '../../../facts/values';
import type { Api } from '../../../rule';
import { isDeployName } from '../shared/deploys';

/** Names of what config says where it is. */
const ATTACHED =
  /(?:DataSource|ConnectionFactory|Client|MailSender|Storage|Bucket|Url|Endpoint|Broker|RedisTemplate|Properties)$/i;

/** A bean that reaches a service, made for one profile only. */
export const profiles: Api = {
  calls: ['@org.springframework.context.annotation.Profile', '@Profile'],
  breach: ({ args, range, decorates }) => {
    const value = argumentAt(args, 0, 'value');
    const literal = value?.kind === 'array' ? value.items[0] : value;
    if (literal?.kind !== 'string' || !isDeployName(literal.text.replace(/^!/, ''))) return undefined;
    if (!decorates || !ATTACHED.test(decorates.name)) return undefined;
    return { range, words: { what: decorates.name }, severity: 'information' };
  },
};
