import { createTheme, ThemeProvider } from '@material-ui/core/styles';
import { render, screen } from '@testing-library/react';
import { PaletteTabs } from './PaletteTabs';

/** The rules of all style sheets, as the browser has them. */
const rules = () =>
  [...document.styleSheets]
    .flatMap(sheet => [...sheet.cssRules])
    .map(({ cssText }) => cssText);

describe('PaletteTabs', () => {
  it('keeps a tab readable under the pointer and the focus in the dark theme', () => {
    render(
      <ThemeProvider theme={createTheme({ palette: { type: 'dark' } })}>
        <PaletteTabs
          id="tabs"
          label="Cluster"
          tabs={[{ value: 'overview', label: 'Overview' }]}
          shown="overview"
          onOpen={() => {}}
        />
      </ThemeProvider>,
    );
    expect(screen.getByRole('tab', { name: 'Overview' })).toHaveAttribute(
      'aria-controls',
      'tabs-panel',
    );
    const rule = rules().find(text => /MuiTab-root:hover/.test(text));
    expect(rule).toMatch(/MuiTab-root\.Mui-focusVisible/);
    expect(rule).toMatch(/background: rgba\(255, 255, 255, 0\.08\)/);
    expect(rule).toMatch(/color: rgb\(255, 255, 255\)/);
  });
});
