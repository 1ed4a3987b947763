import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import {
  PrometheusExporter,
  PrometheusSerializer,
} from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { durationHistogram } from './durationHistogram';

describe('durationHistogram', () => {
  it('tells durations apart in what the Prometheus exporter prints, and names the unit', async () => {
    const exporter = new PrometheusExporter({ preventServerStart: true });
    const provider = new MeterProvider({ readers: [exporter] });
    const meter = provider.getMeter('test');
    const histogram = durationHistogram(
      {
        createHistogram: (name: string, options?: object) =>
          meter.createHistogram(name, options),
      } as MetricsService,
      'spectrocloud.palette.call.duration',
      'Calls to Palette, by prefix and status',
    );
    for (const seconds of [0.03, 0.3, 3]) {
      histogram.record(seconds, { status: '200' });
    }
    const { resourceMetrics } = await exporter.collect();
    const printed = new PrometheusSerializer().serialize(resourceMetrics);
    const count = (bound: string) =>
      new RegExp(
        `^spectrocloud_palette_call_duration_seconds_bucket\\{status="200",.*le="${bound}"\\} (\\d)$`,
        'm',
      ).exec(printed)?.[1];
    expect(['0.025', '0.05', '0.25', '0.5', '2.5', '5'].map(count)).toEqual([
      '0',
      '1',
      '1',
      '2',
      '2',
      '3',
    ]);
    expect(printed).toContain(
      '# HELP spectrocloud_palette_call_duration_seconds Calls to Palette, by prefix and status',
    );
    await provider.shutdown();
  });
});
