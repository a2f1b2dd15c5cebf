import type { Api } from '../../../rule';
import { moves } from './rotates';

const apis: readonly Api[] = [
  moves(['File.rename', 'File.unlink', 'File.truncate', 'FileUtils.mv', 'FileUtils.rm', 'FileUtils.rm_f']),
];

export default apis;
