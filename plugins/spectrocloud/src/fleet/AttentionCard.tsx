import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ATTENTION, type Attention } from '../clusters/attention';
import type { ClusterRow } from '../clusters/clusterRows';
import type { Action } from '../dayTwo/actionsOf';
import { FewLines } from '../components/FewLines';
import { ShortTime } from '../components/ShortTime';
import { StateLabel } from '../components/StateLabel';
import { useConsoleUrls } from '../components/useConsoleUrl';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { spectroCloudTranslationRef } from '../translation';
import { needyOf, reasonsOf } from './fleetFigures';

/** As many as are looked at; the list of clusters has the others. */
const MOST = 8;

/** States whose icons say how bad it is. */
const ICONS: Record<Attention, string> = {
  failed: 'Error',
  unhealthy: 'UnHealthy',
  silent: 'Warning',
  repave: 'Warning',
  withdrawn: 'Warning',
  update: 'Pending',
};

/** What can be done about it here, as the cluster's page takes it from its address. */
const ACTIONS: Partial<Record<Attention, Action>> = {
  repave: 'repave',
  withdrawn: 'profiles',
  update: 'profiles',
};

/** Where more is told of what nobody can mend from here. */
const TABS = {
  failed: 'events',
  unhealthy: 'overview',
  silent: 'nodes',
} as const;

const hasTab = (reason: Attention): reason is keyof typeof TABS =>
  reason in TABS;

const useStyles = makeStyles(theme => ({
  reasons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 3),
    margin: theme.spacing(0, 0, 2),
    padding: 0,
    listStyle: 'none',
  },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  cluster: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 2fr)',
    gap: theme.spacing(1, 3),
    padding: theme.spacing(1.5, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    overflowWrap: 'anywhere',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  whys: {
    display: 'grid',
    gap: theme.spacing(0.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  why: { display: 'flex', flexWrap: 'wrap', columnGap: theme.spacing(1) },
}));

const ClusterInNeed = ({ row }: { row: ClusterRow }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const links = usePaletteLinks();
  const classes = useStyles();
  const consoleUrl = useConsoleUrls()(row.id, row.projectUid);
  return (
    <li className={classes.cluster}>
      <div>
        <Link href={links.cluster(row.id)}>{row.name}</Link>
        <Typography variant="body2" color="textSecondary">
          {row.project}
        </Typography>
        {consoleUrl && (
          <Typography variant="body2">
            <Link
              href={consoleUrl}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={t('fleet.openInPalette', { name: row.name })}
            >
              {t('entity.openInPalette')}
            </Link>
          </Typography>
        )}
        {row.attention.includes('silent') && (
          <Typography variant="body2" color="textSecondary">
            {t('fleet.lastWord')} <ShortTime iso={row.heartbeat} as="ago" />
          </Typography>
        )}
      </div>
      <ul className={classes.whys}>
        {row.attention.map(reason => (
          <li key={reason} className={classes.why}>
            <StateLabel state={ICONS[reason]} text={t(`attention.${reason}`)} />
            <Typography variant="body2" component="span">
              <FewLines
                text={
                  (reason === row.attention[0] &&
                    (reason === 'failed' || reason === 'unhealthy') &&
                    row.problem) ||
                  t(`attentionHow.${reason}`)
                }
              />
            </Typography>
            {ACTIONS[reason] && (
              <Link
                href={`${links.cluster(row.id)}?action=${ACTIONS[reason]}`}
                aria-label={t('fleet.actOn', {
                  what: t(`attention.${reason}`),
                  name: row.name,
                })}
              >
                {t('fleet.act')}
              </Link>
            )}
            {hasTab(reason) && (
              <Link
                href={`${links.cluster(row.id)}?tab=${TABS[reason]}`}
                aria-label={t('fleet.lookAt', {
                  where: t(`attentionWhere.${reason}`),
                  name: row.name,
                })}
              >
                {t(`attentionWhere.${reason}`)}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
};

/** What needs somebody: how many of each reason, and the worst clusters with the way to act. */
export const AttentionCard = ({ rows }: { rows: ClusterRow[] }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { clusters } = usePaletteLinks();
  const classes = useStyles();
  const needy = needyOf(rows);
  const hrefOf = (reasons: readonly Attention[]) =>
    `${clusters}?${new URLSearchParams(
      reasons.map(reason => ['attention', reason]),
    )}`;
  if (needy.length === 0) {
    return (
      <InfoCard title={t('fleet.attention')}>
        <StateLabel state="Healthy" text={t('fleet.nothing')} />
      </InfoCard>
    );
  }
  return (
    <InfoCard title={t('fleet.attention')}>
      <ul className={classes.reasons} aria-label={t('fleet.reasons')}>
        {reasonsOf(rows).map(({ reason, count }) => (
          <li key={reason}>
            <Link href={hrefOf([reason])}>
              {t('fleet.reason', {
                reason: t(`attention.${reason}`),
                count,
              })}
            </Link>
          </li>
        ))}
      </ul>
      <ul className={classes.list} aria-label={t('fleet.attention')}>
        {needy.slice(0, MOST).map(row => (
          <ClusterInNeed key={row.id} row={row} />
        ))}
        {needy.length > MOST && (
          <li className={classes.cluster}>
            <Link href={hrefOf(ATTENTION)}>
              {t('fleet.allAttention', { count: needy.length })}
            </Link>
          </li>
        )}
      </ul>
    </InfoCard>
  );
};
