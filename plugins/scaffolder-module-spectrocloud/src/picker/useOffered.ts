import { useApi } from '@backstage/frontend-plugin-api';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { type FilledIn, type Need, readFilledIn } from './filledIn';
import type { Offering, PlaceOptions } from './Offering';

/** What Palette offers for a field of the form as it is now. */
export interface Offered<TOffer> {
  /** Undefined as long as it isn't known. */
  offers?: TOffer[];
  /** What the field's needs came to. */
  values: FilledIn['values'];
  /** What has to be filled in first. */
  missing?: Need;
  error?: Error;
  reload: () => void;
}

/**
 * Asks Palette once for everything that the field's needs come to: again when one
 * of them is another, never for what is typed elsewhere.
 */
export function useOffered<TOptions extends PlaceOptions, TOffer>(
  offering: Offering<TOptions, TOffer>,
  options: TOptions | undefined,
  formData: unknown,
): Offered<TOffer> {
  const api = useApi(spectroCloudApiRef);
  const needs = options ? offering.needs(options) : {};
  const { values, missing } = readFilledIn(formData, needs);
  const key = JSON.stringify([options, values]);
  const { value, error, reload } = useLoad(async how => {
    if (!options || missing) return { key, offers: undefined };
    const { instance } = options;
    const place = { ...how, instance, projectUid: values.project };
    return {
      key,
      offers: await offering.load(options, { api, values, place }),
    };
  }, key);
  // What was offered for another project is none of this one's.
  const offers = value?.key === key ? value.offers : undefined;
  return { offers, values, missing, error: offers ? undefined : error, reload };
}
