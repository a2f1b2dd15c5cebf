import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['java'],
  what: 'Runs a jar or a class.',
  docs: 'https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html',
  options: [
    {
      names: ['-jar'],
      value: 'file',
      usual: 'target/*.jar',
      what: 'The jar to run; what follows it goes to the app.',
    },
    {
      names: ['-Dserver.port'],
      value: 'port',
      usual: '$PORT',
      equals: true,
      what: 'Spring Boot’s port, as a system property; it stands before `-jar`.',
    },
    {
      names: ['--server.port'],
      value: 'port',
      usual: '$PORT',
      equals: true,
      what: 'Spring Boot’s port, as an argument; it stands behind the jar.',
    },
    {
      names: ['-Xmx'],
      what: 'The most memory of the heap, such as `-Xmx300m`. `JAVA_OPTS` or `JAVA_TOOL_OPTIONS` is the better place.',
    },
    {
      names: ['-XX:MaxRAMPercentage'],
      value: 'percent',
      usual: '75',
      equals: true,
      what: 'The heap’s share of the memory that the container has.',
    },
    {
      names: ['-cp', '-classpath'],
      value: 'paths',
      what: 'Where classes are looked for, with colons between the paths.',
    },
    {
      names: ['-Dspring.profiles.active'],
      value: 'names',
      equals: true,
      what: 'Spring’s profiles. `SPRING_PROFILES_ACTIVE` of the deploy’s environment is the better place.',
    },
  ],
});
