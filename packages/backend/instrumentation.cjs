/**
 * Has OpenTelemetry print the backend's metrics for Prometheus, at :9464/metrics.
 * It has to be loaded before the backend: `node --require ./instrumentation.cjs`.
 */
const { isMainThread } = require('node:worker_threads');
const { metrics } = require('@opentelemetry/api');
const { PrometheusExporter } = require('@opentelemetry/exporter-prometheus');
const { MeterProvider } = require('@opentelemetry/sdk-metrics');

if (isMainThread) {
  metrics.setGlobalMeterProvider(
    new MeterProvider({ readers: [new PrometheusExporter()] }),
  );
}
