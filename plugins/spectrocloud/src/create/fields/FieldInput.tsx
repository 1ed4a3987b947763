import {
  ChoiceField,
  FlagField,
  SuggestField,
} from '@terasky/backstage-plugin-spectrocloud-react';
import type { Target } from '../creation/Problem';
import {
  type Field,
  type FieldValue,
  listOf,
  textOf,
  type Values,
} from './Field';
import { SeveralField } from './SeveralField';
import { useFieldWords } from './useFieldWords';
import { useOffer } from './useOffer';

/** One field of a form, as its data says. */
export const FieldInput = (props: {
  field: Field;
  at: Target;
  /** What offers are asked with: of the cluster, with those of the pool laid over. */
  values: Values;
  value: FieldValue | undefined;
  /** Told with each change, and whether the value is one that Palette offers. */
  onChange: (value: FieldValue, isOffered: boolean) => void;
}) => {
  const { field, at, values, value } = props;
  const offer = useOffer(field.offer, values);
  const onChange = (changed: FieldValue) =>
    props.onChange(
      changed,
      offer.options.some(option => option.value === changed),
    );
  const words = useFieldWords(field, at, offer);
  const common = { ...words, required: field.required };
  switch (field.input) {
    case 'flag':
      return (
        <FlagField {...common} value={value === true} onChange={onChange} />
      );
    case 'choice':
      return (
        <ChoiceField
          {...common}
          options={
            field.choices
              ? field.choices.map(choice => ({
                  value: choice,
                  label: words.choice(choice),
                }))
              : offer.options
          }
          value={textOf(value)}
          onChange={onChange}
        />
      );
    case 'several':
      return (
        <SeveralField
          {...common}
          options={offer.options}
          value={listOf(value)}
          onChange={onChange}
        />
      );
    default:
      return (
        <SuggestField
          {...common}
          options={offer.options}
          numeric={field.input === 'number'}
          value={textOf(value)}
          onChange={onChange}
        />
      );
  }
};
