import { PrintedMetrics } from './PrintedMetrics';

describe('PrintedMetrics', () => {
  const printed = PrintedMetrics.parse(
    [
      '# TYPE spectrocloud_sign_ins_total counter',
      'spectrocloud_sign_ins_total{outcome="success",otel_scope_name="a"} 1',
      'spectrocloud_sign_ins_total{reason="x{y}"} 1 1732900000',
    ].join('\n'),
  );

  it.each([
    ['spectrocloud_sign_ins_total', []],
    ['sum by (outcome) (spectrocloud_sign_ins_total{job=~"$job"})', []],
    ['spectrocloud_sign_ins', ['there is no spectrocloud_sign_ins']],
    [
      'sum(spectrocloud_sign_ins_total{outcme!="success"})',
      ['spectrocloud_sign_ins_total has no label outcme'],
    ],
    [
      'sum by (job, why) (spectrocloud_sign_ins_total)',
      ['spectrocloud_sign_ins_total has no label why'],
    ],
  ])('says what %s asks for in vain', (expression, missing) => {
    expect(printed.findMissing(expression)).toEqual(missing);
  });
});
