import { renderInTestApp } from '@backstage/frontend-test-utils';
import { createTheme, ThemeProvider } from '@material-ui/core/styles';
import { screen, waitFor } from '@testing-library/react';
import { YamlViewer } from './YamlViewer';

const TEXT = `# Said by whoever wrote it
replicas: 2
name: "front"
`;

/** WCAG 2.2, 1.4.3: of texts that aren't large. */
const ENOUGH = 4.5;

function luminanceOf(colour: string): number {
  const [red, green, blue] = colour
    .match(/\d+/g)!
    .map(each => Number(each) / 255)
    .map(each =>
      each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4,
    );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(a: string, b: string): number {
  const [less, more] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => x - y);
  return (more + 0.05) / (less + 0.05);
}

describe('YamlViewer', () => {
  it.each(['light', 'dark'] as const)(
    'has every part in a colour that can be read in the %s theme',
    async type => {
      renderInTestApp(
        <ThemeProvider theme={createTheme({ palette: { type } })}>
          <YamlViewer text={TEXT} label="values.yaml" />
        </ThemeProvider>,
      );
      const region = await screen.findByRole('region', { name: 'values.yaml' });
      const colours = () =>
        [...region.querySelectorAll<HTMLElement>('span[style*=color]')].map(
          ({ style }) => style.color,
        );
      // A comment, keys, a number and a text; the language is loaded on demand.
      await waitFor(() =>
        expect(new Set(colours()).size).toBeGreaterThanOrEqual(3),
      );
      const { backgroundColor, background } =
        region.querySelector('pre')!.style;
      for (const colour of colours()) {
        expect(
          contrastOf(colour, backgroundColor || background),
        ).toBeGreaterThanOrEqual(ENOUGH);
      }
    },
  );
});
