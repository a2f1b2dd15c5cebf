declare module 'foreman/lib/procfile.js' {
  const procfile: {
    /** The commands by process type. @throws on a line that is none of `name: command` */
    procs(text: string): Record<string, string>;
  };
  export default procfile;
}
