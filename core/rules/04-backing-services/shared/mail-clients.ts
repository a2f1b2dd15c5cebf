import type { Family } from '../../../language';
import { at, type Finder, keyword, option, setting } from '../hardcoded-locator/client';

/** Calls that are given the host of a mail server, and where. */
export interface MailClient {
  readonly calls: readonly string[];
  readonly finders: readonly Finder[];
  readonly global?: boolean;
}

const relays = ['relay', 'starttls_relay', 'builder_dangerous'].flatMap((name) => [
  `lettre.SmtpTransport.${name}`,
  `lettre.AsyncSmtpTransport.${name}`,
  `lettre.transport.smtp.SmtpTransport.${name}`,
]);
const properties = ['java.util.Properties', 'Properties'].flatMap((type) => [
  `${type}().put`,
  `${type}().setProperty`,
]);
const emails = ['SimpleEmail', 'HtmlEmail', 'MultiPartEmail'].map(
  (type) => `org.apache.commons.mail.${type}().setHostName`,
);
const dialers = [
  'gopkg.in/gomail.NewDialer',
  'gopkg.in/gomail.v2.NewDialer',
  'gopkg.in/mail.NewDialer',
  'github.com/go-gomail/gomail.NewDialer',
  'github.com/go-mail/mail.NewDialer',
  'github.com/wneessen/go-mail.NewClient',
];

export const MAIL_CLIENTS: Partial<Record<Family, readonly MailClient[]>> = {
  javascript: [{ calls: ['nodemailer.createTransport'], finders: [option('host')] }],
  python: [
    {
      calls: ['smtplib.SMTP', 'smtplib.SMTP_SSL', 'aiosmtplib.SMTP', 'aiosmtplib.send'],
      finders: [keyword('host', 0), keyword('hostname')],
    },
    { calls: ['fastapi_mail.ConnectionConfig'], finders: [keyword('MAIL_SERVER')] },
  ],
  ruby: [{ calls: ['Net.SMTP.start', 'Net.SMTP.new'], finders: [at(0)] }],
  php: [
    {
      calls: ['Symfony.Component.Mailer.Transport.Smtp.EsmtpTransport', 'Swift_SmtpTransport'],
      finders: [at(0)],
    },
  ],
  java: [
    { calls: properties, finders: [setting('mail.smtp.host', 'mail.host')] },
    {
      calls: ['org.springframework.mail.javamail.JavaMailSenderImpl().setHost', ...emails],
      finders: [at(0)],
    },
  ],
  go: [
    { calls: ['net/smtp.PlainAuth'], finders: [at(3)] },
    { calls: ['net/smtp.SendMail', 'net/smtp.Dial', ...dialers], finders: [at(0)] },
  ],
  csharp: [
    {
      calls: ['SmtpClient', 'System.Net.Mail.SmtpClient'],
      finders: [keyword('host', 0), option('Host')],
      global: true,
    },
    {
      calls: [
        'SmtpClient().Connect',
        'SmtpClient().ConnectAsync',
        'MailKit.Net.Smtp.SmtpClient().ConnectAsync',
      ],
      finders: [at(0)],
      global: true,
    },
  ],
  rust: [{ calls: relays, finders: [at(0)] }],
};
