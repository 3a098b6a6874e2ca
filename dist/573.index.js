export const id=573;export const ids=[573];export const modules={7573:(e,t,o)=>{o.r(t),o.d(t,{WORKFLOW:()=>p,init:()=>u});var i=o(4197),a=o(2096),r=o(6351),n=o(4836),s=o(3678),d=o(5730),c=o(6787);let l=".github/workflows/audit.yml";async function u(e,t){var u,m;let w=(0,s._Z)(t,"config");await async function(e,t,o){if(o)return;let i=[];for(let o of t)await e.readText(o)!==void 0&&i.push(o);if(i.length>0)throw new r.M("BAD_INPUT",`${i.join(" and ")} ${1===i.length?"is":"are"} there already; nothing was written.`,{remedy:"Name another config with --config, or replace what is there with --force."})}(e,[w,l],(0,s.tE)(t,"force"));let g=(0,s.tE)(t,"from-account")?await async function(e,t){let i=(0,s._Z)(t,"aws-region")||(e.defaultRegion??"us-east-1"),a=await (0,c.f)(e,t,{region:i,config:void 0,templates:[],role:"verify"}),{findProvider:r,listTrails:d}=await o.e(179).then(o.bind(o,1179)),l=(0,n.iQ)(i)?.id??"aws",u=`arn:${l}:iam::${a.account}:oidc-provider/${n.pG}`,[h,p]=await Promise.all([r(a.clients,u),d(a.clients)]);return{account:a.account,oidcProvider:h?u:void 0,organizationTrail:p.find(e=>e.organization)?.arn,otherTrails:p.filter(e=>!e.organization).map(e=>e.arn)}}(e,t):void 0,y=await async function(e,t,o){let i=await h(e,t,"repository","GitHub repository (OWNER/REPO; empty for none)",await async function(e){let t=await e.readText(".git/config")??"",o=/\[remote "origin"\][^[]*?url\s*=\s*(\S+)/.exec(t)?.[1]??"";return/github[^/:]*[/:]([\w-]+\/[\w.-]+?)(?:\.git)?$/.exec(o)?.[1]??""}(e)),a=(i.split("/")[1]??"").toLowerCase().replaceAll(/[^a-z0-9-]/g,"-"),n=await h(e,t,"project","Project",a||"mlops"),d=await h(e,t,"environment","Environment","dev"),c=await h(e,t,"account","AWS account id (12 digits)",o?.account??"");if(""===c)throw new r.M("BAD_INPUT","The AWS account is not known.",{remedy:"Give it with --account 123456789012, or let --from-account ask AWS with the credentials of your shell."});let l=await h(e,t,"aws-region","Audit region",e.defaultRegion??"us-east-1"),u=""===i?void 0:{ownerId:(0,s._Z)(t,"owner-id"),repositoryId:(0,s._Z)(t,"repository-id")};return{project:n,environment:d,account:c,region:l,repository:i,ownerId:u?.ownerId??"",repositoryId:u?.repositoryId??""}}(e,t,g),f=function(e,t){let{ownerId:o,repositoryId:i}=e,a=["github:",`  repository: ${e.repository}`,...""!==o&&""!==i?[`  owner-id: "${o}"`,`  repository-id: "${i}"`]:['  # Pin the repository by its ids, which no rename can pass on: gh api repos/OWNER/REPO --jq ".owner.id, .id"','  # owner-id: "…"','  # repository-id: "…"'],...t?.oidcProvider?["  # The account has it already, and others may use it.",`  oidc-provider: { use: "${t.oidcProvider}" }`]:[],"  deploy: manual # or on-merge: a push to the default branch deploys"];return`${["# yaml-language-server: $schema=https://raw.githubusercontent.com/org/mlops-audit-action/v1/schema.json","version: 1",`project: ${e.project}`,`environment: ${e.environment}`,`account: "${e.account}"`,`region: ${e.region} # key, log bucket and trail`,"# workload-region: … # EKS, SageMaker and the data, where that is another region",...""===e.repository?[]:a,"audit:",...t?.organizationTrail?["  # The organization logs already; a second copy of management events is billed.",`  trail: { use: "${t.organizationTrail}" }`]:(t?.otherTrails??[]).map(e=>`  # There is a trail already: { use: "${e}" } or { adopt: ${e.split("/").at(-1)} }`),"  # data-events: [my-data, my-models] # buckets whose object reads and writes are logged (billed)","  # alert: security@example.com # told about tampering","  tamper-rule: true","access:","  eks: {} # or false","  sagemaker: {} # or false"].join("\n")}
`}(y,g);return(0,a.Z)({text:f,file:w,sha256:e.sha256,checkIds:i.u.map(e=>e.id)}),await e.writeText(w,f),e.progress.done(w,"the config"),""!==y.repository&&(await e.writeText(l,p),e.progress.done(l,"the workflow")),{report:(0,d.FK)(e,{command:"init",outcome:"initialized",failOn:"high",config:void 0,account:y.account,region:y.region},{notices:(u=y,m=g,[...m?.organizationTrail?[`The organization's trail ${m.organizationTrail} is used and verified, not doubled.`]:[],"Next: `mlops-audit check`, then an administrator runs `mlops-audit deploy --bootstrap`, then commit both files.",...""!==u.repository&&""===u.repositoryId?["Add owner-id and repository-id: repositories made since July 2026 send them in the token, and a name alone can be taken over."]:[]])}),exitCode:0}}async function h(e,t,o,i,a){let r=(0,s._Z)(t,o);return""!==r?r:e.ask&&(await e.ask(i,a)).trim()||a}let p=`# The whole workflow: copy it to .github/workflows/audit.yml of your repository.
name: audit
on:
  pull_request:
    paths: [mlops-audit.yml, .github/workflows/audit.yml]
  push:
    branches: [main]
    paths: [mlops-audit.yml]
  schedule:
    - cron: "17 5 * * *"
  workflow_dispatch:
permissions: {}
concurrency:
  group: audit-$\{{ github.event_name }}-$\{{ github.ref }}
  cancel-in-progress: $\{{ github.event_name == 'pull_request' }}
jobs:
  audit:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      contents: read
      id-token: write
      pull-requests: write
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
      # Pin the commit of the release you reviewed.
      - uses: org/mlops-audit-action@v1
`}};