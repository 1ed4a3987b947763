import type { Option } from '@terasky/backstage-plugin-spectrocloud-react';
import type { ChoiceCodec } from './ChoiceCodec';
import type { Check } from './createValidation';
import { isSame } from './useSettled';

/** Whether what was chosen is offered, by the name that it has there. */
export function checkChoice<TValue>(codec: ChoiceCodec<TValue>): Check<Option> {
  return (data, offers, { t }) => {
    const chosen = codec.read(data);
    const offer = offers.find(({ value }) => value === chosen);
    return offer && isSame(codec.write(offer), data) ? [] : [t('check.gone')];
  };
}
