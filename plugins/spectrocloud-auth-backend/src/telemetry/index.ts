/**
 * What keeps codes and e-mail addresses out of traces. It loads nothing that
 * OpenTelemetry would have to instrument first.
 *
 * @packageDocumentation
 */

export { RedactingSpanProcessor } from './RedactingSpanProcessor';
