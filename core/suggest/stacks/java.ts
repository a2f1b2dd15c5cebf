import { defineStack } from '../suggestion';
import type { AppView } from '../view';

/** The jar that Maven or Gradle builds. */
export default defineStack({
  id: 'java',
  suggest: (view) => {
    const build = view.first('pom.xml', 'build.gradle', 'build.gradle.kts');
    if (build === undefined) return [];
    const text = view.text(build);
    const command = commandOf(view, build === 'pom.xml', text);
    return [{ type: 'web', command, why: `Jar that ${build} builds` }];
  },
});

function commandOf(view: AppView, isMaven: boolean, text: string | undefined): string {
  if (/io\.quarkus/.test(text ?? '')) {
    const folder = isMaven ? 'target' : 'build';
    return `java -Dquarkus.http.port=$PORT $JAVA_OPTS -jar ${folder}/quarkus-app/quarkus-run.jar`;
  }
  const jar = isMaven ? 'target/*.jar' : 'build/libs/*.jar';
  const isSpring = view.files(/\/application(?:-\w+)?\.(?:properties|ya?ml)$/).length > 0;
  const spring = /spring-boot/.test(text ?? '') || (text === undefined && isSpring);
  return `java $JAVA_OPTS -jar ${jar}${spring ? ' --server.port=$PORT' : ''}`;
}
