export const id=2588;export const ids=[2588];export const modules={62588:(e,t,s)=>{s.d(t,{checksText:()=>h});var o=s(73838),i=s(38161),a=s(67721),n=s(56351),c=s(53791),d=s(39482),l=s(7204);let r=`mlops-audit checks: ${l.O.summary}

Usage: mlops-audit checks [code, id or family ...] [--json]

Without more, every check is a line: code, severity, id, good state. With codes, ids or families, each
is explained: why, a good and a bad example, what to do, what it says, what it reads, which controls.

Examples:
  mlops-audit checks
  mlops-audit checks TRAIL-004
  mlops-audit checks bucket-requires-tls
  mlops-audit checks ECR --json
`;function h(e){if(e.includes("--help")||e.includes("-h"))return r;let t=e.find(e=>e.startsWith("-")&&"--json"!==e);if(void 0!==t)throw new n.M("BAD_INPUT",`\`checks\` has no flag ${t}.`,{remedy:"mlops-audit checks --help says what it takes."});let s=e.filter(e=>!e.startsWith("-")),i=0===s.length?o.u:[...new Set(s.flatMap(u))];return e.includes("--json")?`${JSON.stringify(i.map($),null,2)}
`:0===s.length?function(e){let t=e=>Math.max(...e.map(({length:e})=>e)),[s,o,i]=[t(e.map(({code:e})=>e)),t(c.oC),t(e.map(({id:e})=>e))],a=e.map(({code:e,severity:t,id:a,title:n})=>`${e.padEnd(s)}  ${t.padEnd(o)}  ${a.padEnd(i)}  ${n}`);return`${a.join("\n")}

${e.length} checks. mlops-audit checks <code> explains one.
`}(i):`${i.map(m).join("\n")}`}function u(e){let t=e.toLowerCase(),s=o.u.filter(({id:e,code:s})=>e===t||s.toLowerCase()===t||s.toLowerCase().split("-")[0]===t);if(s.length>0)return s;let i=(0,a.k)(t,o.u.flatMap(({id:e,code:t})=>[e,t.toLowerCase()])),c=o.u.find(({id:e,code:t})=>e===i||t.toLowerCase()===i);throw new n.M("BAD_INPUT",`There is no check "${e}".${c?` Did you mean ${c.code} (${c.id})?`:""}`,{remedy:"mlops-audit checks lists them."})}let p=({remedy:e})=>Object.entries("string"==typeof e?{ours:e}:e);function m(e){let{code:t,id:s,title:o,severity:a,why:n,source:c,reads:l,settings:r=[],examples:h,messages:u={}}=e,m=p(e),$=Object.entries((0,i.u)(s)).map(([e,t])=>`${e} ${t.join(", ")}`),f=(e,t)=>t.length>0?["",e,...t.map(e=>`  ${e}`)]:[];return`${[`${t}  ${s}  (${a})`,o,...f("Why",void 0===n?[]:[n]),...f("Good",h?.good.split("\n")??[]),...f("Bad",h?.bad.split("\n")??[]),...f("What to do",m.map(([e,t])=>1===m.length?t:`${d.Tu[e]??e}: ${t}`)),...f("What it says",Object.entries(u).map(([e,t])=>`${e}: ${t}`)),...f("Settings",r),...f("Reads",l),...f("Controls",$),...f("Source",[c])].join("\n")}
`}function $(e){let{code:t,id:s,title:o,severity:a,why:n,source:c,reads:d,settings:l=[],examples:r,messages:h={}}=e;return{code:t,id:s,severity:a,title:o,...void 0===n?{}:{why:n},...r?{examples:r}:{},remedies:Object.fromEntries(p(e)),messages:h,settings:l,reads:d,controls:(0,i.u)(s),source:c}}}};