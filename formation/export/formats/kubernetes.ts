import { defineExport, dnsName, type ExportInput, type ExportType } from '../format';
import { toYaml } from '../yaml';

/** Kubernetes: a Deployment for each process type, a Service for what serves, a Job for what runs once. */
export default defineExport({
  id: 'kubernetes',
  title: 'Kubernetes manifests',
  files: (input) =>
    input.types.map((type) => ({
      path: `${dnsName(`${input.app}-${type.name}`)}.yaml`,
      text: manifests(input, type)
        .map((each) => toYaml(each))
        .join('---\n'),
    })),
});

function manifests(input: ExportInput, type: ExportType): object[] {
  const name = dnsName(`${input.app}-${type.name}`);
  const labels = { 'app.kubernetes.io/name': input.app, 'app.kubernetes.io/component': dnsName(type.name) };
  const metadata = { name, labels };
  const pod = {
    terminationGracePeriodSeconds: type.stopGrace,
    ...(type.oneShot ? { restartPolicy: 'Never' } : {}),
    containers: [container(input, type)],
  };
  const template = { metadata: { labels }, spec: pod };
  if (type.oneShot)
    return [{ apiVersion: 'batch/v1', kind: 'Job', metadata, spec: { backoffLimit: 0, template } }];
  const spec = { replicas: type.instances.length, selector: { matchLabels: labels }, template };
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec };
  if (!type.serves) return [deployment];
  const ports = [{ port: 80, targetPort: type.port }];
  return [deployment, { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: labels, ports } }];
}

function container(input: ExportInput, type: ExportType): object {
  const podName = { valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } };
  const port = type.oneShot ? [] : [{ name: 'PORT', value: String(type.port) }];
  return {
    name: dnsName(type.name),
    image: input.image ?? `${input.app}:latest`,
    command: ['/bin/sh', '-c', type.shellCommand],
    // The deploy's config: kubectl create secret generic NAME --from-env-file=.env
    envFrom: [{ secretRef: { name: `${input.app}-env`, optional: true } }],
    env: [...port, { name: 'PS', ...podName }],
    ...(type.serves ? { ports: [{ containerPort: type.port }] } : {}),
    ...probe(type),
  };
}

function probe({ ready, port, serves }: ExportType): object {
  if (ready?.kind === 'http') return { readinessProbe: { httpGet: { path: ready.path, port } } };
  return serves ? { readinessProbe: { tcpSocket: { port } } } : {};
}
