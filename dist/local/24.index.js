export const id=24;export const ids=[24];export const modules={24:(e,t,o)=>{o.r(t),o.d(t,{runSandbox:()=>d});var r=o(7975),n=o(4159),s=o(1545),a=o(8405),i=o(7927);let c=`mlops-audit sandbox [--port 4566] [--region us-east-1] [--clock-behind 6]

Starts a local AWS on loopback that records CloudTrail like the real one, with GitHub's API and OIDC tokens beside it.
  --port          where to listen (4566; 0 takes any free port)
  --region        the region it starts in
  --clock-behind  hours the sandbox's clock starts before now, so that \`POST /_sandbox/advance {"hours":1}\` can catch up
Ends cleanly on Ctrl-C.
`;async function d(e){return(async function(e){let{values:t}=(0,r.parseArgs)({args:[...e],options:{port:{type:"string",default:"4566"},region:{type:"string",default:"us-east-1"},"clock-behind":{type:"string",default:"0"},help:{type:"boolean",default:!1}}});if(t.help)return process.stdout.write(c),0;let o=Number(t.port);if(!Number.isInteger(o)||o<0||o>65535)throw new n.ES(`--port is "${t.port}"; allowed: 0 to 65535.`);let d=await (0,i.f2)(t.region),l=new s.a({backend:d,clockBehindMs:36e5*Number(t["clock-behind"])}),{url:p,close:u}=await (0,a.K)(l,o).catch(async e=>{throw await l.stop(),e});process.stdout.write(`Sandbox ready: ${p}, recording. In another terminal:

export AWS_ENDPOINT_URL=${p}
export AWS_ACCESS_KEY_ID=test
export AWS_SECRET_ACCESS_KEY=test
export AWS_REGION=${t.region}
export AWS_DEFAULT_REGION=${t.region}
export GITHUB_API_URL=${p}

Ctrl-C ends it.
`);let h=new Promise(e=>{process.once("SIGINT",()=>e(void 0)),process.once("SIGTERM",()=>e(void 0))}),S=await Promise.race([h,d.ended]);if(await u(),void 0!==S)throw new n.ES(`The emulator ended unexpectedly: ${S}`);return process.stdout.write("\nSandbox stopped; nothing left running.\n"),0})(e).catch(e=>(process.stderr.write(`sandbox: ${e instanceof n.ES?e.message:e instanceof Error?e.stack:String(e)}
`),1))}}};