import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Meter, metrics } from '@opentelemetry/api';
import {
  PrometheusExporter,
  PrometheusSerializer,
} from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { parse } from 'yaml';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import {
  startBackend,
  type RunningBackend,
} from '../__testUtils__/startBackend';
import { PrintedMetrics } from './PrintedMetrics';

jest.setTimeout(60_000);

const ROOT = resolve(__dirname, '../../../..');
const read = (file: string) => readFileSync(resolve(ROOT, file), 'utf8');

/** All expressions of the dashboard's panels and of the alerts. */
function expressions(): string[] {
  const dashboard: { panels: { targets?: { expr: string }[] }[] } = JSON.parse(
    read('deploy/monitoring/grafana-dashboard.json'),
  );
  const rules: { groups: { rules: { expr: string }[] }[] } = parse(
    read('deploy/monitoring/prometheus-rules.yaml'),
  );
  return [
    ...dashboard.panels.flatMap(({ targets = [] }) =>
      targets.map(({ expr }) => expr),
    ),
    ...rules.groups.flatMap(group => group.rules.map(({ expr }) => expr)),
  ];
}

/** Notes the names of the metrics that are made, as Prometheus will print them once something counts. */
function watchNames(provider: MeterProvider): () => string[] {
  const meter: Meter = Object.getPrototypeOf(provider.getMeter('any'));
  const counters = jest.spyOn(meter, 'createCounter');
  const histograms = jest.spyOn(meter, 'createHistogram');
  const printed = (name: string, end: string) =>
    `${name.replaceAll('.', '_')}_${end}`;
  return () => [
    ...counters.mock.calls.map(([name]) => printed(name, 'total')),
    ...histograms.mock.calls.map(([name]) => printed(name, 'count')),
  ];
}

/** What the dashboard and the alerts in `deploy/monitoring` ask for is what a backend prints. */
describe('metrics in Prometheus', () => {
  let palette: PaletteSimulator;
  let backend: RunningBackend;
  let printed: PrintedMetrics;
  let made: string[];

  beforeAll(async () => {
    const exporter = new PrometheusExporter({ preventServerStart: true });
    const provider = new MeterProvider({ readers: [exporter] });
    metrics.setGlobalMeterProvider(provider);
    const names = watchNames(provider);
    palette = await startPaletteSimulator({
      // It is renewed when a third of its life is over.
      settings: { sessionTtlSeconds: 9 },
    });
    backend = await startBackend({ paletteUrl: palette.url });
    const browser = new PaletteBrowser(backend);
    await browser.signIn('dev.dana@acme.example');
    await sleep(4_000);
    await browser.refresh();
    await browser.fetch('/api/spectrocloud/clusters');
    await browser.signOut();
    const { resourceMetrics } = await exporter.collect();
    printed = PrintedMetrics.parse(
      new PrometheusSerializer().serialize(resourceMetrics),
    );
    await provider.shutdown();
    made = names().filter(name => name.startsWith('spectrocloud_'));
  });

  afterAll(async () => {
    metrics.disable();
    await backend?.stop();
    await palette?.close();
  });

  it('have these names', () => {
    const ours = printed
      .names()
      .filter(name => name.startsWith('spectrocloud_'))
      .filter(name => !/_(sum|bucket)$/.test(name));
    expect(ours.sort()).toEqual([
      'spectrocloud_palette_call_duration_seconds_count',
      'spectrocloud_palette_limiter_wait_seconds_count',
      'spectrocloud_palette_reads_total',
      'spectrocloud_session_ends_total',
      'spectrocloud_session_renewal_duration_seconds_count',
      'spectrocloud_session_renewals_total',
      'spectrocloud_sign_in_duration_seconds_count',
      'spectrocloud_sign_ins_total',
      'spectrocloud_token_lookups_total',
    ]);
  });

  it('are all that the packages make: what happens above counts each', () => {
    expect(made.length).toBeGreaterThan(0);
    expect(made.filter(name => !printed.names().includes(name))).toEqual([]);
  });

  it('are all in docs/monitoring.md', () => {
    const page = read('docs/monitoring.md');
    expect(
      made.filter(
        name => !page.includes(`| \`${name.replace(/_count$/, '')}\``),
      ),
    ).toEqual([]);
  });

  it.each(expressions())('answer %s', expression => {
    expect(expression).toContain('spectrocloud_');
    expect(printed.findMissing(expression)).toEqual([]);
  });

  it('are all on the dashboard', () => {
    const asked = expressions().join('\n');
    const unasked = printed
      .names()
      .filter(name => /^spectrocloud_\w+_(total|count)$/.test(name))
      .filter(name => !asked.includes(name.replace(/_count$/, '')));
    // How long a renewal took is for those who look into one that is slow.
    expect(unasked).toEqual([
      'spectrocloud_session_renewal_duration_seconds_count',
    ]);
  });
});
