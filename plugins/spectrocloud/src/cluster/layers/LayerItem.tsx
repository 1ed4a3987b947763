import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { StateLabel } from '../../components/StateLabel';
import { useLayerWord } from '../../components/useLayerWord';
import { spectroCloudTranslationRef } from '../../translation';
import { isInOrder, type LayerRow } from './layerRows';

const useStyles = makeStyles(theme => ({
  layer: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, 1fr) minmax(0, 2fr) minmax(0, 3fr)',
    alignItems: 'baseline',
    gap: theme.spacing(0.25, 2),
    padding: theme.spacing(1, 2),
    borderInlineStart: `6px solid ${theme.palette.status.ok}`,
    backgroundColor: theme.palette.background.default,
    overflowWrap: 'anywhere',
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  notTold: { borderInlineStart: `6px dotted ${theme.palette.text.secondary}` },
  off: { borderInlineStart: `6px double ${theme.palette.status.error}` },
  atWork: { borderInlineStart: `6px dashed ${theme.palette.status.running}` },
}));

/** A layer of the stack: what it is, what of it runs, and what is wanted. */
export const LayerItem = (props: { row: LayerRow; isAtWork: boolean }) => {
  const { row, isAtWork } = props;
  const { layer, name, problem } = row;
  const classes = useStyles();
  const wordOf = useLayerWord();
  const text = useVersionWords(row);
  const off = isAtWork ? 'atWork' : 'off';
  const inOrder = row.match === 'same' ? 'layer' : 'notTold';
  return (
    <li
      className={`${classes.layer} ${classes[isInOrder(row) ? inOrder : off]}`}
    >
      <Typography variant="body2" color="textSecondary" component="span">
        {wordOf(layer)}
      </Typography>
      <Typography variant="body2" component="span">
        <strong>{name}</strong>
      </Typography>
      <span>
        {isInOrder(row) && row.match === 'notTold' ? (
          <Typography variant="body2" component="span">
            {text}
          </Typography>
        ) : (
          <StateLabel
            state={
              isInOrder(row)
                ? 'Healthy'
                : { atWork: 'Provisioning', off: 'Warning' }[off]
            }
            text={text}
            wraps
          />
        )}
        {problem && (
          <Typography variant="body2" color="textSecondary">
            {problem}
          </Typography>
        )}
      </span>
    </li>
  );
};

/** Which version runs, and which one is wanted, in words. */
function useVersionWords({ running, wanted, match }: LayerRow): string {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  if (running && wanted) {
    return match === 'same'
      ? t('layers.same', { running })
      : t('layers.differs', { running, wanted });
  }
  if (running) return t('layers.running', { running });
  return wanted ? t('layers.wanted', { wanted }) : t('layers.noVersion');
}
