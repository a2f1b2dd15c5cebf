import type { CallFact, Enclosure } from '../../../facts/fact';
import { argumentAt, property, textOf } from '../../../facts/values';
import type { Family } from '../../../language';
import type { Api, Breach } from '../../../rule';
import { attached } from '../hardcoded-locator/client';
import { isLoopback } from '../shared/hosts';
import { MAIL_CLIENTS } from '../shared/mail-clients';

/** Copies of mail libraries in the app’s own tree. */
const LIBRARY = /(?:^|\/)(?:swiftmailer|phpmailer)\//i;
export const LOCAL_MAIL = 'Mail goes to the mail server of this host';

function local(calls: readonly string[], is: (call: CallFact) => boolean, global = false): Api {
  return {
    calls,
    global,
    breach: (call, { path }): Breach | undefined =>
      !LIBRARY.test(path) && is(call)
        ? { range: call.range, words: { what: LOCAL_MAIL }, once: call.callee, ...chosen(call.enclosure) }
        : undefined,
  };
}

/** Under a condition it is one way of several, and the settings may choose another. */
export const chosen = ({ inBranch }: Enclosure): Pick<Breach, 'severity'> =>
  inBranch ? { severity: 'information' } : {};

const always = (): boolean => true;
const isTrue = (call: CallFact, key: string): boolean => {
  const value = property(call.args[0]?.value, key);
  return value?.kind === 'boolean' && value.value;
};

/** Scripts that a developer runs by hand, against what runs on the same machine. */
const TRIAL = /(?:^|\/)scripts?\//;

/** Clients that are told to talk to this very host. */
function loopback(family: Family): Api[] {
  return (MAIL_CLIENTS[family] ?? []).map(({ calls, finders, global = false }) => {
    const api = attached(calls, 'SMTP_HOST', finders, isLoopback);
    return {
      ...api,
      global,
      breach: (call, file, app) => {
        const found = api.breach?.(call, file, app);
        return (
          found && {
            ...found,
            words: { what: LOCAL_MAIL },
            ...(TRIAL.test(file.path) ? { severity: 'information' } : {}),
          }
        );
      },
    };
  });
}

export const calls: Partial<Record<Family, readonly Api[]>> = {
  javascript: [
    ...loopback('javascript'),
    local(['nodemailer.createTransport'], (call) => isTrue(call, 'sendmail')),
    local(['nodemailer-sendmail-transport', 'sendmail'], always),
  ],
  python: [...loopback('python')],
  ruby: [
    ...loopback('ruby'),
    local(['Mail.defaults', 'Pony.mail'], ({ args }) => textOf(argumentAt(args, 99, 'via')) === 'sendmail'),
    local(['delivery_method'], ({ args }) => textOf(args[0]?.value) === 'sendmail'),
  ],
  php: [
    ...loopback('php'),
    local(['mail', 'mb_send_mail'], ({ args }) => args.length >= 3, true),
    local(
      [
        'Swift_SendmailTransport',
        'Swift_MailTransport',
        'Symfony.Component.Mailer.Transport.SendmailTransport',
      ],
      ({ construct }) => construct,
      true,
    ),
    local(
      [
        'PHPMailer().isSendmail',
        'PHPMailer().isMail',
        'PHPMailer.PHPMailer.PHPMailer().isSendmail',
        'PHPMailer.PHPMailer.PHPMailer().isMail',
        '?.isSendmail',
        '$mail.isSendmail',
        '$mailer.isSendmail',
      ],
      always,
      true,
    ),
  ],
  java: [...loopback('java')],
  go: [...loopback('go')],
  csharp: [...loopback('csharp')],
  rust: [
    ...loopback('rust'),
    local(
      [
        'lettre.SendmailTransport.new',
        'lettre.transport.sendmail.SendmailTransport.new',
        'lettre.SmtpTransport.unencrypted_localhost',
        'lettre.AsyncSmtpTransport.unencrypted_localhost',
        'lettre.AsyncSendmailTransport.new',
      ],
      always,
    ),
  ],
};
