import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * Texts of the shared form fields, in English and German.
 *
 * @public
 */
export const spectroCloudReactTranslationRef = createTranslationRef({
  id: 'spectrocloud-react',
  messages: {
    choose: 'Choose…',
    variable: {
      immutable: 'Can’t be changed later.',
      secret: 'A secret: it isn’t kept over a reload.',
      regex: 'Has to match {{regex}}',
    },
    problem: {
      required: 'Needs a value.',
      tooLong: 'Is too long.',
      option: 'Is none of the values to choose from.',
      pattern: 'Does not match the profile’s rule.',
      number: 'Has to be a number.',
      boolean: 'Has to be true or false.',
      ipv4: 'Has to be an IPv4 address.',
      ipv4cidr: 'Has to be an IPv4 range, as 10.0.0.0/8.',
      ipv6: 'Has to be an IPv6 address.',
      version: 'Has to be a version, as 1.2.3.',
      base64: 'Has to be base64.',
    },
  },
  translations: { de: () => import('./translations/de') },
});
