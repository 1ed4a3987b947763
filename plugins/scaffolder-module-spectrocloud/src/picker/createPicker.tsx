import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  ChoiceField,
  type Option,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { scaffolderSpectroCloudTranslationRef } from '../translation';
import type { ChoiceCodec } from './ChoiceCodec';
import { FieldNotes } from './FieldNotes';
import type { Offering, PlaceOptions } from './Offering';
import { useField } from './useField';
import { isSame, type Settled, useSettled } from './useSettled';

/** A field that offers what Palette has, of which one is chosen. */
export function createPicker<TOptions extends PlaceOptions, TValue>(
  offering: Offering<TOptions, Option>,
  codec: ChoiceCodec<TValue>,
) {
  return function Picker(
    props: FieldExtensionComponentProps<TValue, TOptions>,
  ) {
    const { formData, onChange, required } = props;
    const { t } = useTranslationRef(scaffolderSpectroCloudTranslationRef);
    const field = useField(offering, props);
    const { id, hint, offers, missing } = field;
    const chosen = codec.read(formData);

    const settle = (): Settled<TValue> => {
      if (chosen === '') {
        const [only, ...others] = offers ?? [];
        return required && only && others.length === 0
          ? { is: 'otherwise', value: codec.write(only) }
          : { is: 'right' };
      }
      if (missing) return { is: 'gone' };
      if (!offers) return { is: 'right' };
      const offer = offers.find(({ value }) => value === chosen);
      if (!offer) return { is: 'gone' };
      const value = codec.write(offer);
      return isSame(value, formData)
        ? { is: 'right' }
        : { is: 'otherwise', value };
    };
    const wasTakenBack = useSettled(settle(), onChange);
    const gone = wasTakenBack && chosen === '' ? t('gone') : undefined;

    const choose = (next: string) => {
      const offer = offers?.find(({ value }) => value === next);
      onChange(offer && codec.write(offer));
    };
    return (
      <div>
        <ChoiceField
          id={id}
          label={field.label}
          required={required}
          disabled={field.disabled}
          value={offers ? chosen : ''}
          help={hint ?? gone}
          describedBy={field.describedBy}
          wrong={field.wrong || (!hint && gone !== undefined)}
          options={offers ?? []}
          onChange={choose}
        />
        <FieldNotes
          id={id}
          description={field.description}
          error={field.error}
          problem={field.problem}
          onRetry={field.reload}
        />
      </div>
    );
  };
}
