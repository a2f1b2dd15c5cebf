import { exec, which } from './exec.mjs';

/** Whether Debian's packages can be installed here without asking. */
export const canInstall = () => which('apt-get') !== undefined && process.getuid?.() === 0;

/**
 * Installs one of Debian's packages, with a new list of them where the old one does not lead to it.
 * @throws where apt does not bring it
 */
export async function aptInstall(name, { timeout } = {}) {
  console.log(`Installing Debian's package ${name}…`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout };
  const install = ['install', '-y', '--no-install-recommends', name];
  if ((await exec('apt-get', install, options)).code === 0) return;
  await exec('apt-get', ['update'], options);
  const { code, output } = await exec('apt-get', install, options);
  if (code !== 0) throw new Error(`apt-get could not install ${name}:\n${output}`);
}
