import { scaffolderSpectroCloudTranslationRef } from './translation';
import german from './translations/de';

describe('scaffolderSpectroCloudTranslationRef', () => {
  it('has a German text for every English one, with the same values in it', () => {
    const { getDefaultMessages } =
      scaffolderSpectroCloudTranslationRef as unknown as {
        getDefaultMessages: () => Record<string, string>;
      };
    const english = getDefaultMessages();
    const values = (text: string) => text.match(/\{\{\w+\}\}/g) ?? [];
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(german)) {
      expect([key, values(text)]).toEqual([key, values(english[key])]);
    }
  });
});
