/** English texts of the ways into a cluster. */
export const accessMessages = {
  kubeconfig: {
    download: 'Download kubeconfig',
    oidc: 'For yourself',
    directly: 'Without Palette’s proxy',
    direct:
      'Signs you in, too, but leads to the cluster itself, which your computer has to reach.',
    admin: 'For administrators',
    own: 'Signs you in through Palette.',
    downloading: 'Downloading kubeconfig…',
    done: '{{fileName}} is downloaded.',
    shared:
      'Everybody who holds this file has the same access to the cluster. Keep it secret.',
    notAllowed: 'You are not allowed to download the kubeconfig.',
    none: 'Palette holds no kubeconfig of this cluster yet.',
    noneAnyMore: 'The cluster is being deleted, and its kubeconfig is gone.',
    noneOfOwn:
      'There is none that signs you in: OIDC is not set up in the cluster’s Kubernetes pack.',
    failed: 'The download failed: {{reason}}',
  },
  access: {
    title: 'Sign in by kubectl',
    issuer: 'OpenID provider',
    clientId: 'Client',
    line: 'The command',
    hint: 'It needs the kubectl plugin oidc-login, and prints a token that the cluster takes. The kubeconfig “For yourself” runs the same by itself, with the client’s secret where there is one.',
    roles: 'Who may do what, as Palette sets it up',
    noRoles: 'Palette sets up no roles in this cluster.',
    who: 'Who',
    role: 'Role',
    hidden: 'somebody whom you may not see',
    allNamespaces: 'all of them',
    problems: 'Not set up, because',
    namespaces: 'Namespaces, as Palette sets them up',
    noNamespaces: 'Palette sets up no namespaces in this cluster.',
    pattern: 'all that match {{pattern}}',
    unlimited: 'unlimited',
    maxCores: 'Cores at most',
    maxGib: 'Memory at most (GiB)',
    maxGpus: 'GPUs at most',
    kind: {
      User: 'User',
      Group: 'Group',
      ServiceAccount: 'Service account',
    },
  },
  importing: {
    title: 'Import of this cluster',
    hint: 'The cluster joins Palette once its import manifest has been applied to it.',
    show: 'Show the import manifest',
    secret:
      'Whoever holds this can let a cluster join Palette in this one’s place. Keep it secret.',
    save: 'Save the manifest',
    apply: 'Apply it to the cluster, where the file is:',
    command: 'The command',
    orCommand: 'Or by the command that Palette gives:',
    paletteCommand: 'Palette’s command',
    manifest: 'Import manifest',
  },
  kubernetesAccess: {
    server: {
      title: 'For the cluster’s operator: what its API server has to be told',
      hints:
        'It takes a changed file about ten seconds. Signing out, or revoking a Palette session, leaves its tokens valid at clusters until they expire. The cluster roles view and edit are filled by the controller manager.',
      file: 'File of --authentication-config',
      flags: 'The same as flags',
    },
    title: 'Your access to Kubernetes',
    unknown: 'It can’t be told at the moment; try again in a while.',
    user: 'You are',
    groups: 'In the groups',
    tokenUntil: 'Your token expires',
    mayDo: 'Allowed in {{namespace}}',
    nothingAllowed:
      'Nothing: the cluster has no role for you in the namespace {{namespace}}. Ask its administrators for one, for your e-mail address or one of your groups.',
    everything: 'Everything',
    allResources: 'all resources',
    allResourcesOf: 'all resources of {{groups}}',
    allVerbs: 'all actions',
    cluster: 'Cluster',
    noClusters: 'You may see no cluster of Palette.',
    needsNamespace:
      'The cluster refuses (403) what a Kubernetes tab asks for: the entity names no namespace, so all of the cluster is asked for, where you have no role. Name the namespace in the entity, by the annotation backstage.io/kubernetes-namespace.',
    mayNotList:
      'The cluster refuses (403) to show you the pods of the namespace {{namespace}}. Ask its administrators for a role there, for your e-mail address or one of your groups.',
    namespaceHint:
      'An entity names its own namespace by the annotation backstage.io/kubernetes-namespace.',
    signedOut:
      'You have no Palette session, so there is no token to sign in to the cluster with: sign in to Palette.',
    unlisted:
      'The Kubernetes plugin of this Backstage doesn’t show this cluster: its API server expects another OIDC client, or the configuration leaves it out.',
    gap: {
      'not-read-yet':
        'How the cluster is reached is being read. This page looks again by itself.',
      'not-running':
        'The cluster has no Kubernetes API at the moment, since it isn’t running.',
      'no-kubeconfig':
        'Palette has no kubeconfig of the cluster’s users: it is not ready yet, or OIDC is not set up in its Kubernetes pack.',
      'no-oidc':
        'Users can’t sign in to this cluster as themselves: set OIDC up in its Kubernetes pack.',
      'behind-proxy':
        'The cluster is reached through Palette’s proxy, where users can’t sign in as themselves.',
      unreadable:
        'Palette’s kubeconfig of this cluster names no https address, or no certificate.',
      failed:
        'Palette didn’t say how the cluster is reached; it is asked again.',
    },
    refused: {
      expired:
        'Your token has expired. Load the page again; if that doesn’t help, sign in to Palette again.',
      issuer:
        'The cluster trusts another issuer: your token is from {{issuer}}, it expects {{expectedIssuer}}.',
      client:
        'The cluster expects another OIDC client: your token is for {{client}}, it expects {{expectedClient}}.',
      looksRight:
        'The cluster refuses a token that looks right: its API server may not reach or trust the issuer. An administrator finds the reason in the API server’s log, at:',
      forbidden:
        'The cluster knows you, but doesn’t let you ask what you may do.',
      tooLong:
        'Your token is too long for the way to the cluster: it has {{kb}} kB, and from about 15 kB on it doesn’t pass in headers. It grows with your teams.',
      untrusted:
        'The certificate of {{endpoint}} isn’t trusted: Palette’s kubeconfig lacks the CA that signed it, or it has changed. It is read anew by itself; look again in a minute.',
      unreachable:
        'The cluster can’t be reached from Backstage at {{endpoint}}.',
      tooOld:
        'The cluster’s Kubernetes is too old to say who you are: it takes 1.28.',
      noProxy:
        'You may not call clusters through Backstage: ask its administrators for the permission kubernetes.proxy.',
    },
  },
} as const;
