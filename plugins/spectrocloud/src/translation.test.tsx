import { screen } from '@testing-library/react';
import { PATIENT, renderPalette } from './__testUtils__/renderPalette';
import { spectroCloudTranslationRef } from './translation';
import german from './translations/de';

/** Palette's and Kubernetes' own words, and those that both languages share. */
const SAME =
  /^(page\.title|common\.none|clusterStatus\.because|clusterGroup\.gib|workloads\.(title|namespace)|workloads\.count_\w+|cluster\.tab\.workloads|upkeep\.(upgrades|namespaces)|dayTwo\.finding|access\.clientId|projects\.hosts|nodes\.zone|layer\.k(ernel|8s)|filters|create\.(stepOf|field\.(vpc|cpus)|choice\.spot|export\.(terraform|json))|.*\.(cloud|kubernetes|name|pack|packs|packsTitle|version|instance|profileVersion|controlPlane|tags|host|count_one|count_other|filters|region|reason|cpu|uid))$/;

/** The English messages, as the framework flattens them. */
function englishMessages(): Record<string, string> {
  const { getDefaultMessages } = spectroCloudTranslationRef as unknown as {
    getDefaultMessages: () => Record<string, string>;
  };
  return getDefaultMessages();
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

jest.setTimeout(60_000);

describe('spectroCloudTranslationRef', () => {
  it('has a German text for every English one, with the same values in it', () => {
    const english = englishMessages();
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(german)) {
      expect([key, placeholders(text)]).toEqual([
        key,
        placeholders(english[key]),
      ]);
    }
    const same = Object.entries(german)
      .filter(([key, text]) => text === english[key])
      .map(([key]) => key);
    expect(same.filter(key => !SAME.test(key))).toEqual([]);
  });

  it('shows the pages in German to whom has chosen it', async () => {
    renderPalette('/palette/clusters', {}, { language: 'de' });
    expect(
      await screen.findByText('45 Cluster', {}, PATIENT),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Cluster' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('tab', { name: 'Meine Sitzung' }),
    ).toBeInTheDocument();
  });
});
