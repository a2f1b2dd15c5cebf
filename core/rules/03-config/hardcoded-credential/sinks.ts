import type { Rule } from '../../../rule';
import { defaults } from './defaults';
import { argument, option, takes } from './sink';

const global = { global: true };

/** Functions of libraries that are given a credential, by the place where they take it. */
export const sinks: NonNullable<Rule['calls']> = {
  javascript: [
    takes(
      ['jsonwebtoken.sign', 'jsonwebtoken.verify', 'jwt-simple.encode', 'jwt-simple.decode'],
      'JWT_SECRET',
      argument(1),
    ),
    takes(['express-session', 'koa-session', '@fastify/session'], 'SESSION_SECRET', option(0, 'secret')),
    takes(
      ['cookie-session'],
      'COOKIE_SECRET',
      (call) => option(0, 'secret')(call) ?? option(0, 'keys')(call),
    ),
    takes(['cookie-parser'], 'COOKIE_SECRET', argument(0)),
    takes(['crypto.createHmac'], 'HMAC_KEY', argument(1)),
    takes(
      ['crypto.createCipheriv', 'crypto.createDecipheriv', 'crypto.createCipher', 'crypto.createDecipher'],
      'ENCRYPTION_KEY',
      argument(1),
    ),
    takes(
      ['express-jwt.expressjwt', 'express-jwt', 'koa-jwt', '@fastify/jwt'],
      'JWT_SECRET',
      option(0, 'secret'),
    ),
    takes(['stripe', 'stripe.default', 'stripe.Stripe'], 'STRIPE_SECRET_KEY', argument(0)),
    takes(['twilio', 'twilio.Twilio'], 'TWILIO_AUTH_TOKEN', argument(1)),
    takes(['@sendgrid/mail.setApiKey'], 'SENDGRID_API_KEY', argument(0)),
    takes(['passport-jwt.Strategy'], 'JWT_SECRET', option(0, 'secretOrKey')),
    takes(['nodemailer.createTransport'], 'SMTP_PASSWORD', option(0, 'auth', 'pass')),
    takes(
      ['@octokit/rest.Octokit', 'octokit.Octokit', '@octokit/core.Octokit'],
      'GITHUB_TOKEN',
      option(0, 'auth'),
    ),
    takes(
      ['@slack/web-api.WebClient', 'node-telegram-bot-api', 'telegraf.Telegraf'],
      'BOT_TOKEN',
      argument(0),
    ),
    takes(['ldapjs.createClient().bind'], 'LDAP_PASSWORD', argument(1)),
    takes(['sequelize', 'sequelize.Sequelize'], 'DB_PASSWORD', argument(2)),
  ],
  python: [
    ...defaults.python,
    takes(
      ['jwt.encode', 'jwt.decode', 'jose.jwt.encode', 'jose.jwt.decode'],
      'JWT_SECRET',
      argument(1, 'key'),
    ),
    takes(['smtplib.SMTP().login', 'smtplib.SMTP_SSL().login'], 'SMTP_PASSWORD', argument(1, 'password')),
    takes(['imaplib.IMAP4_SSL().login'], 'IMAP_PASSWORD', argument(1, 'password')),
    takes(
      ['requests.auth.HTTPBasicAuth', 'httpx.BasicAuth', 'aiohttp.BasicAuth'],
      'API_PASSWORD',
      argument(1, 'password'),
    ),
    takes(['cryptography.fernet.Fernet'], 'FERNET_KEY', argument(0, 'key')),
    takes(
      [
        'itsdangerous.URLSafeTimedSerializer',
        'itsdangerous.URLSafeSerializer',
        'itsdangerous.Signer',
        'itsdangerous.TimestampSigner',
      ],
      'SECRET_KEY',
      argument(0, 'secret_key'),
    ),
    takes(['hmac.new'], 'HMAC_KEY', argument(0, 'key')),
    takes(
      ['pymysql.connect', 'MySQLdb.connect', 'mysql.connector.connect', 'psycopg2.connect'],
      'DB_PASSWORD',
      argument(2, 'password'),
    ),
    takes(['slack_sdk.WebClient', 'telegram.Bot', 'github.Github'], 'BOT_TOKEN', argument(0, 'token')),
    takes(['ftplib.FTP', 'ftplib.FTP_TLS'], 'FTP_PASSWORD', argument(2, 'passwd')),
    takes(['paramiko.SSHClient().connect'], 'SSH_PASSWORD', argument(99, 'password')),
  ],
  ruby: [
    ...defaults.ruby,
    takes(['JWT.encode', 'JWT.decode'], 'JWT_SECRET', argument(1)),
    takes(
      ['OpenSSL.HMAC.hexdigest', 'OpenSSL.HMAC.digest', 'OpenSSL.HMAC.base64digest'],
      'HMAC_KEY',
      argument(1),
    ),
    takes(['OpenSSL.PKey.RSA.new'], 'KEY_PASSPHRASE', argument(1)),
    takes(['Aws.Credentials.new'], 'AWS_SECRET_ACCESS_KEY', argument(1)),
    takes(
      ['ActiveSupport.MessageEncryptor.new', 'ActiveSupport.MessageVerifier.new'],
      'SECRET_KEY',
      argument(0),
    ),
  ],
  php: [
    ...defaults.php,
    takes(['PDO'], 'DB_PASSWORD', argument(2), global),
    takes(['mysqli_connect', 'mysqli'], 'DB_PASSWORD', argument(2), global),
    takes(['ldap_bind'], 'LDAP_PASSWORD', argument(2), global),
    takes(['openssl_encrypt', 'openssl_decrypt'], 'ENCRYPTION_KEY', argument(2), global),
    takes(['hash_hmac'], 'HMAC_KEY', argument(2), global),
    takes(['Firebase.JWT.JWT.encode'], 'JWT_SECRET', argument(1)),
    takes(['Stripe.Stripe.setApiKey'], 'STRIPE_SECRET_KEY', argument(0)),
  ],
  java: [
    ...defaults.java,
    takes(['java.sql.DriverManager.getConnection'], 'DB_PASSWORD', argument(2)),
    takes(
      [
        'java.net.PasswordAuthentication',
        'javax.mail.PasswordAuthentication',
        'jakarta.mail.PasswordAuthentication',
      ],
      'MAIL_PASSWORD',
      argument(1),
    ),
    takes(
      ['com.auth0.jwt.algorithms.Algorithm.HMAC256', 'com.auth0.jwt.algorithms.Algorithm.HMAC512'],
      'JWT_SECRET',
      argument(0),
    ),
    takes(
      [
        'com.amazonaws.auth.BasicAWSCredentials',
        'software.amazon.awssdk.auth.credentials.AwsBasicCredentials.create',
      ],
      'AWS_SECRET_ACCESS_KEY',
      argument(1),
    ),
    takes(
      ['io.jsonwebtoken.Jwts.builder().signWith', 'io.jsonwebtoken.Jwts.parser().setSigningKey'],
      'JWT_SECRET',
      (call) => argument(1)(call) ?? argument(0)(call),
    ),
    takes(
      ['io.jsonwebtoken.security.Keys.hmacShaKeyFor', 'javax.crypto.spec.SecretKeySpec'],
      'SECRET_KEY',
      argument(0),
    ),
    takes(
      [
        'com.zaxxer.hikari.HikariConfig().setPassword',
        'com.zaxxer.hikari.HikariDataSource().setPassword',
        '?.setPassword',
      ],
      'DB_PASSWORD',
      argument(0),
    ),
    takes(['com.stripe.Stripe.setApiKey'], 'STRIPE_SECRET_KEY', argument(0)),
  ],
  go: [
    ...defaults.go,
    takes(['net/smtp.PlainAuth'], 'SMTP_PASSWORD', argument(2)),
    takes(
      [
        'github.com/gorilla/sessions.NewCookieStore',
        'github.com/gorilla/csrf.Protect',
        'github.com/gin-contrib/sessions/cookie.NewStore',
      ],
      'SESSION_SECRET',
      argument(0),
    ),
    takes(['crypto/hmac.New'], 'HMAC_KEY', argument(1)),
    takes(['crypto/aes.NewCipher'], 'ENCRYPTION_KEY', argument(0)),
    takes(
      [
        'github.com/aws/aws-sdk-go/aws/credentials.NewStaticCredentials',
        'github.com/aws/aws-sdk-go-v2/credentials.NewStaticCredentialsProvider',
      ],
      'AWS_SECRET_ACCESS_KEY',
      argument(1),
    ),
    takes(['*.SignedString'], 'JWT_SECRET', argument(0)),
    takes(['*.SetBasicAuth'], 'API_PASSWORD', argument(1)),
  ],
  csharp: [
    takes(['System.Net.NetworkCredential'], 'SERVICE_PASSWORD', argument(1)),
    takes(['Microsoft.IdentityModel.Tokens.SymmetricSecurityKey'], 'JWT_SECRET', argument(0)),
    takes(
      ['System.Security.Cryptography.HMACSHA256', 'System.Security.Cryptography.HMACSHA512'],
      'HMAC_KEY',
      argument(0),
    ),
    takes(
      ['System.Security.Cryptography.X509Certificates.X509Certificate2'],
      'CERTIFICATE_PASSWORD',
      argument(1),
    ),
  ],
  rust: [
    takes(
      ['jsonwebtoken.EncodingKey.from_secret', 'jsonwebtoken.DecodingKey.from_secret'],
      'JWT_SECRET',
      argument(0),
    ),
    takes(['lettre.transport.smtp.authentication.Credentials.new'], 'SMTP_PASSWORD', argument(1)),
    takes(['actix_web.cookie.Key.from', 'cookie.Key.from'], 'COOKIE_SECRET', argument(0)),
  ],
};
