import { target } from '../creation/Problem';
import type { Field } from '../fields/Field';
import { FieldGrid } from '../fields/FieldGrid';
import type { Wizard } from '../useWizard';

/** A step that is made of fields of the cluster alone. */
export const FieldsStep = (props: { fields: Field[]; wizard: Wizard }) => {
  const { fields, wizard } = props;
  const { draft, change } = wizard;
  return (
    <FieldGrid
      fields={fields}
      values={draft.values}
      targetOf={target.cluster}
      onChange={(id, value) => change({ do: 'set', id, value })}
    />
  );
};
