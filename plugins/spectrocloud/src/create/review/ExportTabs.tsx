import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId, useMemo, useState } from 'react';
import { PaletteTabs } from '../../components/PaletteTabs';
import { saveFile } from '../../components/saveFile';
import { spectroCloudTranslationRef } from '../../translation';
import type { VariablesByProfile } from '../creation/findIssues';
import { toCreation } from '../creation/toCreation';
import { textOf } from '../fields/Field';
import type { Draft } from '../model/Draft';
import { toSecrets } from '../output/Secret';
import { toTemplate } from '../output/toTemplate';
import { toTerraform } from '../output/toTerraform';
import { toJson } from '../output/withSecrets';
import type { SecretNames } from './secretsOf';

const FORMATS = [
  ['terraform', 'tf'],
  ['template', 'yaml'],
  ['json', 'json'],
] as const;

type Format = (typeof FORMATS)[number][0];

/** A keyboard has to reach what scrolls. */
const SCROLLABLE = { role: 'region', tabIndex: 0 };

const useStyles = makeStyles(theme => ({
  root: { minWidth: 0 },
  text: {
    margin: theme.spacing(1, 0),
    padding: theme.spacing(1.5),
    maxHeight: 360,
    overflow: 'auto',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    fontSize: theme.typography.pxToRem(13),
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** The same cluster for other ways to create it; secrets are in none of them. */
export const ExportTabs = (props: {
  draft: Draft;
  variables: VariablesByProfile;
  secretNames: SecretNames;
}) => {
  const { draft, variables, secretNames } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const id = useId();
  const [format, setFormat] = useState<Format>('terraform');
  const [copied, setCopied] = useState(false);
  const text = useMemo(() => {
    const creation = toCreation(draft, variables, () => undefined);
    const secrets = toSecrets(secretNames);
    if (format === 'terraform') return toTerraform(creation, secrets);
    if (format === 'json') return toJson(creation, secrets);
    return toTemplate(creation, secrets, draft);
  }, [draft, variables, secretNames, format]);
  const [, extension] = FORMATS.find(([each]) => each === format)!;
  const name = t(`create.export.${format}`);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <section className={classes.root} aria-label={t('create.export.title')}>
      <Typography variant="subtitle1" component="h4">
        {t('create.export.title')}
      </Typography>
      <PaletteTabs
        id={id}
        label={t('create.export.title')}
        tabs={FORMATS.map(([value]) => ({
          value,
          label: t(`create.export.${value}`),
        }))}
        shown={format}
        onOpen={next => {
          setFormat(next);
          setCopied(false);
        }}
      />
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${format}`}
      >
        <pre className={classes.text} aria-label={name} {...SCROLLABLE}>
          {text}
        </pre>
      </div>
      <div className={classes.actions}>
        <Button
          size="small"
          variant="outlined"
          onClick={() => copy().catch(() => setCopied(false))}
        >
          {copied ? t('common.copied', { name }) : t('common.copy', { name })}
        </Button>
        <Button
          size="small"
          variant="outlined"
          onClick={() =>
            saveFile(
              `${textOf(draft.values.name) || 'cluster'}.${extension}`,
              new Blob([text], { type: 'text/plain' }),
            )
          }
        >
          {t('create.export.download', { name })}
        </Button>
      </div>
    </section>
  );
};
