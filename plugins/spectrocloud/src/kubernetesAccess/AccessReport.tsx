import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Facts } from '../components/Facts';
import { RelativeTime } from '../components/RelativeTime';
import { Notice } from '../entity/Notice';
import { spectroCloudTranslationRef } from '../translation';
import type { EntityNamespace } from './AccessNamespace';
import type { Access, Rule } from './readAccess';
import { ServerConfiguration } from './ServerConfiguration';

const BYTES_PER_KB = 1000;
const MORE = '…';
/** What the API server writes into its log, whatever language the page is in. */
const SERVER_LOG_LINE = 'Unable to authenticate the request';
/** What Kubernetes names everything by. */
const ANY = '*';
/** What its documentation names the API group by that has no name. */
const CORE_GROUP = 'core';
/** More are nobody's reading. */
const MAX_RULES = 8;

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  problem: { marginBottom: theme.spacing(2) },
  log: {
    marginTop: theme.spacing(1.5),
    fontFamily: 'monospace',
    overflowWrap: 'anywhere',
  },
}));

const Rules = ({ rules, namespace }: { rules: Rule[]; namespace: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  if (rules.length === 0) {
    return <>{t('kubernetesAccess.nothingAllowed', { namespace })}</>;
  }
  const wordsOf = (rule: Rule) => {
    const groups = rule.apiGroups.map(name => name || CORE_GROUP).join(', ');
    const isOfAllGroups = rule.apiGroups.includes(ANY);
    const hasAllResources = rule.resources.includes(ANY);
    const hasAllVerbs = rule.verbs.includes(ANY);
    if (isOfAllGroups && hasAllResources && hasAllVerbs) {
      return t('kubernetesAccess.everything');
    }
    const all = isOfAllGroups
      ? t('kubernetesAccess.allResources')
      : t('kubernetesAccess.allResourcesOf', { groups });
    const resources = hasAllResources ? all : rule.resources.join(', ');
    const verbs = hasAllVerbs
      ? t('kubernetesAccess.allVerbs')
      : rule.verbs.join(', ');
    return `${resources}: ${verbs}`;
  };
  // Several roles may allow the same.
  const texts = [...new Set(rules.map(wordsOf))];
  return (
    <ul className={classes.list}>
      {texts.slice(0, MAX_RULES).map(text => (
        <li key={text}>{text}</li>
      ))}
      {texts.length > MAX_RULES && <li>{MORE}</li>}
    </ul>
  );
};

/** How the user stands with the cluster, in words. */
export const AccessReport = (props: {
  access: Access;
  namespace: string;
  entity?: EntityNamespace;
}) => {
  const { access, namespace, entity } = props;
  const isNamespaceGiven = entity?.name !== undefined;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  if (access.kind === 'gap') {
    return <Notice text={t(`kubernetesAccess.gap.${access.gap}`)} />;
  }
  if (access.kind === 'unlisted' || access.kind === 'signedOut') {
    return <Notice text={t(`kubernetesAccess.${access.kind}`)} />;
  }
  const { token } = access;
  const [clientId] = token.audience;
  const server = token.issuer && clientId && (
    <ServerConfiguration issuer={token.issuer} clientId={clientId} />
  );
  const expires = <RelativeTime iso={token.expiresAt?.toISOString()} />;
  if (access.kind === 'refused') {
    const { oidc, endpoint } = access.expected ?? {};
    return (
      <>
        <Notice
          text={t(`kubernetesAccess.refused.${access.refusal}`, {
            issuer: token.issuer ?? '',
            client: token.audience.join(', '),
            expectedIssuer: oidc?.issuerUrl ?? '',
            expectedClient: oidc?.clientId ?? '',
            endpoint: endpoint ?? '',
            kb: (token.size / BYTES_PER_KB).toFixed(1),
          })}
        />
        {access.refusal === 'looksRight' && (
          <Typography variant="body2" className={classes.log}>
            {SERVER_LOG_LINE}
          </Typography>
        )}
        {server}
      </>
    );
  }
  const problem = isNamespaceGiven ? 'mayNotList' : 'needsNamespace';
  return (
    <>
      {access.mayList === false && (
        <div className={classes.problem}>
          <Notice text={t(`kubernetesAccess.${problem}`, { namespace })} />
        </div>
      )}
      <Facts
        facts={[
          [t('kubernetesAccess.user'), access.name],
          [t('kubernetesAccess.groups'), access.groups.join(', ')],
          [t('kubernetesAccess.tokenUntil'), expires],
          [
            t('kubernetesAccess.mayDo', { namespace }),
            <>
              <Rules rules={access.rules} namespace={namespace} />
              {!isNamespaceGiven && (
                <Typography variant="body2" color="textSecondary">
                  {t('kubernetesAccess.namespaceHint')}
                </Typography>
              )}
            </>,
          ],
        ]}
      />
      {server}
    </>
  );
};
