import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import GetAppIcon from '@material-ui/icons/GetApp';
import type { ClusterImportManifest } from '@terasky/backstage-plugin-spectrocloud-common';
import { CopyText } from '../../components/CopyText';
import { LazyYamlViewer } from '../../components/LazyYamlViewer';
import { saveFile } from '../../components/saveFile';
import { StateLabel } from '../../components/StateLabel';
import { spectroCloudTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  steps: {
    margin: theme.spacing(2, 0),
    paddingLeft: theme.spacing(3),
    fontFamily: theme.typography.fontFamily,
    '& > li': { marginBottom: theme.spacing(2) },
  },
  line: {
    marginTop: theme.spacing(1),
    padding: theme.spacing(1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
}));

/** What is done with an import manifest, and the manifest to look at. */
export const ImportSteps = (props: ClusterImportManifest & { uid: string }) => {
  const { uid, command, manifest } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const fileName = `import-${uid}.yaml`;
  const apply = `kubectl apply --filename ${fileName}`;
  return (
    <>
      <StateLabel state="Warning" text={t('importing.secret')} wraps />
      <ol className={classes.steps}>
        <li>
          <Button
            size="small"
            startIcon={<GetAppIcon />}
            onClick={() =>
              saveFile(
                fileName,
                new Blob([manifest], { type: 'application/yaml' }),
              )
            }
          >
            {t('importing.save')}
          </Button>
        </li>
        <li>
          <Typography variant="body2">{t('importing.apply')}</Typography>
          <div className={classes.line}>
            <CopyText text={apply} name={t('importing.command')} isCode />
          </div>
        </li>
      </ol>
      {command && (
        <>
          <Typography variant="body2">{t('importing.orCommand')}</Typography>
          <div className={classes.line}>
            <CopyText
              text={command}
              name={t('importing.paletteCommand')}
              isCode
            />
          </div>
        </>
      )}
      <div className={classes.line}>
        <LazyYamlViewer text={manifest} label={t('importing.manifest')} />
      </div>
    </>
  );
};
