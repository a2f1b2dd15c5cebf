import type { EntryCheck } from '../../../rule';
import dotnet from './entries/dotnet';
import jvm from './entries/jvm';
import others from './entries/others';
import php from './entries/php';
import python from './entries/python';
import { check } from './entries/setting';

const checks: readonly EntryCheck[] = [...jvm, ...python, ...php, ...dotnet, ...others].map(check);

export default checks;
