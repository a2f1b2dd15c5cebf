import { baseName, type Found, type Launcher, splitOptions, type Way } from './launch';

const valued = new Set([
  '-cp',
  '-classpath',
  '--class-path',
  '-p',
  '--module-path',
  '--add-modules',
  '--add-opens',
]);

/** Java programs by the Java debugger, which finds the main class of the project where the command names none. */
export const java: Launcher = ({ words }) => {
  const [first = '', ...rest] = words;
  const name = baseName(first);
  if (name === 'java') return launched(rest);
  if (/^mvnw?$/.test(name) && rest.some((word) => /^(?:spring-boot:run|quarkus:dev|exec:java)$/.test(word)))
    return ofJava({});
  if (/^gradlew?$/.test(name) && rest.some((word) => /(?:^|:)(?:bootRun|run|quarkusDev)$/.test(word)))
    return ofJava({});
  return undefined;
};

function launched(rest: readonly string[]): Found | undefined {
  const [options, [target, ...args]] = splitOptions(rest, valued);
  if (target === undefined) return undefined;
  const jar = options.at(-1) === '-jar';
  const vmArgs = options.filter((option, at) => option !== '-jar' && !isClassPath(options, at));
  const main = jar ? {} : { mainClass: target };
  return ofJava({ ...main, args, ...(vmArgs.length > 0 && { vmArgs }) });
}

/** The project's own class path holds the sources that breakpoints stand in. */
function isClassPath(options: readonly string[], at: number): boolean {
  const names = /^(?:-cp|-classpath|--class-path)$/;
  return names.test(options[at] ?? '') || names.test(options[at - 1] ?? '');
}

function ofJava(attributes: Way['attributes']): Found | undefined {
  return {
    runtime: 'java',
    ways: [{ type: 'java', attributes: { ...attributes, console: 'internalConsole' } }],
  };
}
