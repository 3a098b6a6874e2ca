// Generated from src/commands/reviewed-plan.schema.json by `npm run schema`; do not edit.
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"what `deploy --reviewed-plan` reads of a plan's results.json","type":"object","required":["schemaVersion","command","outcome","plans","context"],"properties":{"schemaVersion":{"const":1},"command":{"const":"plan"},"outcome":{"const":"planned"},"plans":{"type":"array","maxItems":20,"items":{"$ref":"#/definitions/plan"}},"context":{"type":"object","required":["version","account","region","configHash","time"],"properties":{"version":{"type":"string","pattern":"^[0-9A-Za-z.+-]{1,100}$"},"account":{"type":"string","pattern":"^[0-9]{12}$"},"region":{"type":"string","pattern":"^[a-z0-9-]{1,40}$"},"configHash":{"type":"string","pattern":"^[0-9a-f]{64}$"},"time":{"type":"string","pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$"},"runUrl":{"type":"string","pattern":"^https?://[^\\s]{1,500}$"}}}},"definitions":{"plan":{"type":"object","required":["kind","template","stackName"],"properties":{"kind":{"enum":["no-changes","changes","unavailable"]},"template":{"enum":["bootstrap","audit","global","access","replica"]},"stackName":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$"},"unseen":{"type":"string"},"terms":{"$ref":"#/definitions/terms"}},"allOf":[{"if":{"required":["kind"],"properties":{"kind":{"const":"changes"}}},"then":{"required":["created","local","changes","access"],"properties":{"created":{"type":"boolean"},"local":{"type":"boolean"},"changes":{"type":"array","items":{"$ref":"#/definitions/change"}},"access":{"type":"array","items":{"$ref":"#/definitions/access"}},"settings":{"type":"array","items":{"$ref":"#/definitions/value"}}}}},{"if":{"required":["kind"],"properties":{"kind":{"const":"unavailable"}}},"then":{"required":["reason"],"properties":{"reason":{"type":"string"}}}}]},"change":{"type":"object","required":["action","logicalId","type"],"properties":{"action":{"type":"string"},"logicalId":{"type":"string"},"type":{"type":"string"},"physicalId":{"type":"string"},"replacement":{"enum":["True","False","Conditional"]},"values":{"type":"array","items":{"$ref":"#/definitions/value"}}}},"value":{"type":"object","required":["path"],"properties":{"path":{"type":"string"},"from":{"type":"string"},"to":{"type":"string"}}},"access":{"type":"object","required":["subject","change","effect","text"],"properties":{"subject":{"type":"string"},"change":{"enum":["added","removed","widened","narrowed"]},"effect":{"enum":["Allow","Deny"]},"text":{"type":"string"}}},"terms":{"type":"object","required":["region","templateSha256","tags","serviceRole","notifications","rollbackAlarms","rollbackMinutes","stackPolicy","terminationProtection"],"properties":{"region":{"type":"string"},"templateSha256":{"type":"string","pattern":"^[0-9a-f]{64}$"},"tags":{"type":"object","additionalProperties":{"type":"string"}},"serviceRole":{"type":["string","null"]},"notifications":{"type":"array","items":{"type":"string"}},"rollbackAlarms":{"type":"array","items":{"type":"string"}},"rollbackMinutes":{"type":"number"},"stackPolicy":{"type":"string"},"terminationProtection":{"type":"boolean"}}}}};
const schema12 = {"type":"object","required":["kind","template","stackName"],"properties":{"kind":{"enum":["no-changes","changes","unavailable"]},"template":{"enum":["bootstrap","audit","global","access","replica"]},"stackName":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]{0,127}$"},"unseen":{"type":"string"},"terms":{"$ref":"#/definitions/terms"}},"allOf":[{"if":{"required":["kind"],"properties":{"kind":{"const":"changes"}}},"then":{"required":["created","local","changes","access"],"properties":{"created":{"type":"boolean"},"local":{"type":"boolean"},"changes":{"type":"array","items":{"$ref":"#/definitions/change"}},"access":{"type":"array","items":{"$ref":"#/definitions/access"}},"settings":{"type":"array","items":{"$ref":"#/definitions/value"}}}}},{"if":{"required":["kind"],"properties":{"kind":{"const":"unavailable"}}},"then":{"required":["reason"],"properties":{"reason":{"type":"string"}}}}]};
const schema15 = {"type":"object","required":["subject","change","effect","text"],"properties":{"subject":{"type":"string"},"change":{"enum":["added","removed","widened","narrowed"]},"effect":{"enum":["Allow","Deny"]},"text":{"type":"string"}}};
const schema14 = {"type":"object","required":["path"],"properties":{"path":{"type":"string"},"from":{"type":"string"},"to":{"type":"string"}}};
const schema17 = {"type":"object","required":["region","templateSha256","tags","serviceRole","notifications","rollbackAlarms","rollbackMinutes","stackPolicy","terminationProtection"],"properties":{"region":{"type":"string"},"templateSha256":{"type":"string","pattern":"^[0-9a-f]{64}$"},"tags":{"type":"object","additionalProperties":{"type":"string"}},"serviceRole":{"type":["string","null"]},"notifications":{"type":"array","items":{"type":"string"}},"rollbackAlarms":{"type":"array","items":{"type":"string"}},"rollbackMinutes":{"type":"number"},"stackPolicy":{"type":"string"},"terminationProtection":{"type":"boolean"}}};
const schema13 = {"type":"object","required":["action","logicalId","type"],"properties":{"action":{"type":"string"},"logicalId":{"type":"string"},"type":{"type":"string"},"physicalId":{"type":"string"},"replacement":{"enum":["True","False","Conditional"]},"values":{"type":"array","items":{"$ref":"#/definitions/value"}}}};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.action === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.logicalId === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "logicalId"},message:"must have required property '"+"logicalId"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.type === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.action !== undefined){
if(typeof data.action !== "string"){
const err3 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.logicalId !== undefined){
if(typeof data.logicalId !== "string"){
const err4 = {instancePath:instancePath+"/logicalId",schemaPath:"#/properties/logicalId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
const err5 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.physicalId !== undefined){
if(typeof data.physicalId !== "string"){
const err6 = {instancePath:instancePath+"/physicalId",schemaPath:"#/properties/physicalId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.replacement !== undefined){
let data4 = data.replacement;
if(!(((data4 === "True") || (data4 === "False")) || (data4 === "Conditional"))){
const err7 = {instancePath:instancePath+"/replacement",schemaPath:"#/properties/replacement/enum",keyword:"enum",params:{allowedValues: schema13.properties.replacement.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.values !== undefined){
let data5 = data.values;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.path === undefined){
const err8 = {instancePath:instancePath+"/values/" + i0,schemaPath:"#/definitions/value/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data6.path !== undefined){
if(typeof data6.path !== "string"){
const err9 = {instancePath:instancePath+"/values/" + i0+"/path",schemaPath:"#/definitions/value/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data6.from !== undefined){
if(typeof data6.from !== "string"){
const err10 = {instancePath:instancePath+"/values/" + i0+"/from",schemaPath:"#/definitions/value/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data6.to !== undefined){
if(typeof data6.to !== "string"){
const err11 = {instancePath:instancePath+"/values/" + i0+"/to",schemaPath:"#/definitions/value/properties/to/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/values/" + i0,schemaPath:"#/definitions/value/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/values",schemaPath:"#/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

const pattern0 = new RegExp("^[A-Za-z][A-Za-z0-9-]{0,127}$", "u");
const pattern1 = new RegExp("^[0-9a-f]{64}$", "u");

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.kind === undefined) && (missing0 = "kind")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data.kind !== undefined){
if("changes" !== data.kind){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.created === undefined){
const err2 = {instancePath,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty: "created"},message:"must have required property '"+"created"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.local === undefined){
const err3 = {instancePath,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty: "local"},message:"must have required property '"+"local"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.changes === undefined){
const err4 = {instancePath,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty: "changes"},message:"must have required property '"+"changes"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.access === undefined){
const err5 = {instancePath,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty: "access"},message:"must have required property '"+"access"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.created !== undefined){
if(typeof data.created !== "boolean"){
const err6 = {instancePath:instancePath+"/created",schemaPath:"#/allOf/0/then/properties/created/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.local !== undefined){
if(typeof data.local !== "boolean"){
const err7 = {instancePath:instancePath+"/local",schemaPath:"#/allOf/0/then/properties/local/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.changes !== undefined){
let data3 = data.changes;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate12(data3[i0], {instancePath:instancePath+"/changes/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/changes",schemaPath:"#/allOf/0/then/properties/changes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.access !== undefined){
let data5 = data.access;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.subject === undefined){
const err9 = {instancePath:instancePath+"/access/" + i1,schemaPath:"#/definitions/access/required",keyword:"required",params:{missingProperty: "subject"},message:"must have required property '"+"subject"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data6.change === undefined){
const err10 = {instancePath:instancePath+"/access/" + i1,schemaPath:"#/definitions/access/required",keyword:"required",params:{missingProperty: "change"},message:"must have required property '"+"change"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data6.effect === undefined){
const err11 = {instancePath:instancePath+"/access/" + i1,schemaPath:"#/definitions/access/required",keyword:"required",params:{missingProperty: "effect"},message:"must have required property '"+"effect"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data6.text === undefined){
const err12 = {instancePath:instancePath+"/access/" + i1,schemaPath:"#/definitions/access/required",keyword:"required",params:{missingProperty: "text"},message:"must have required property '"+"text"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data6.subject !== undefined){
if(typeof data6.subject !== "string"){
const err13 = {instancePath:instancePath+"/access/" + i1+"/subject",schemaPath:"#/definitions/access/properties/subject/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data6.change !== undefined){
let data8 = data6.change;
if(!((((data8 === "added") || (data8 === "removed")) || (data8 === "widened")) || (data8 === "narrowed"))){
const err14 = {instancePath:instancePath+"/access/" + i1+"/change",schemaPath:"#/definitions/access/properties/change/enum",keyword:"enum",params:{allowedValues: schema15.properties.change.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data6.effect !== undefined){
let data9 = data6.effect;
if(!((data9 === "Allow") || (data9 === "Deny"))){
const err15 = {instancePath:instancePath+"/access/" + i1+"/effect",schemaPath:"#/definitions/access/properties/effect/enum",keyword:"enum",params:{allowedValues: schema15.properties.effect.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data6.text !== undefined){
if(typeof data6.text !== "string"){
const err16 = {instancePath:instancePath+"/access/" + i1+"/text",schemaPath:"#/definitions/access/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/access/" + i1,schemaPath:"#/definitions/access/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/access",schemaPath:"#/allOf/0/then/properties/access/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.settings !== undefined){
let data11 = data.settings;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.path === undefined){
const err19 = {instancePath:instancePath+"/settings/" + i2,schemaPath:"#/definitions/value/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data12.path !== undefined){
if(typeof data12.path !== "string"){
const err20 = {instancePath:instancePath+"/settings/" + i2+"/path",schemaPath:"#/definitions/value/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data12.from !== undefined){
if(typeof data12.from !== "string"){
const err21 = {instancePath:instancePath+"/settings/" + i2+"/from",schemaPath:"#/definitions/value/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data12.to !== undefined){
if(typeof data12.to !== "string"){
const err22 = {instancePath:instancePath+"/settings/" + i2+"/to",schemaPath:"#/definitions/value/properties/to/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/settings/" + i2,schemaPath:"#/definitions/value/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/settings",schemaPath:"#/allOf/0/then/properties/settings/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
var _valid0 = _errs5 === errors;
valid1 = _valid0;
}
if(!valid1){
const err25 = {instancePath,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
const _errs36 = errors;
let valid14 = true;
const _errs37 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.kind === undefined) && (missing1 = "kind")){
const err26 = {};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
else {
if(data.kind !== undefined){
if("unavailable" !== data.kind){
const err27 = {};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
}
var _valid1 = _errs37 === errors;
errors = _errs36;
if(vErrors !== null){
if(_errs36){
vErrors.length = _errs36;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs39 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.reason === undefined){
const err28 = {instancePath,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data.reason !== undefined){
if(typeof data.reason !== "string"){
const err29 = {instancePath:instancePath+"/reason",schemaPath:"#/allOf/1/then/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
var _valid1 = _errs39 === errors;
valid14 = _valid1;
}
if(!valid14){
const err30 = {instancePath,schemaPath:"#/allOf/1/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err31 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data.template === undefined){
const err32 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "template"},message:"must have required property '"+"template"+"'"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data.stackName === undefined){
const err33 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "stackName"},message:"must have required property '"+"stackName"+"'"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data.kind !== undefined){
let data18 = data.kind;
if(!(((data18 === "no-changes") || (data18 === "changes")) || (data18 === "unavailable"))){
const err34 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema12.properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.template !== undefined){
let data19 = data.template;
if(!(((((data19 === "bootstrap") || (data19 === "audit")) || (data19 === "global")) || (data19 === "access")) || (data19 === "replica"))){
const err35 = {instancePath:instancePath+"/template",schemaPath:"#/properties/template/enum",keyword:"enum",params:{allowedValues: schema12.properties.template.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.stackName !== undefined){
let data20 = data.stackName;
if(typeof data20 === "string"){
if(!pattern0.test(data20)){
const err36 = {instancePath:instancePath+"/stackName",schemaPath:"#/properties/stackName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]{0,127}$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9-]{0,127}$"+"\""};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/stackName",schemaPath:"#/properties/stackName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.unseen !== undefined){
if(typeof data.unseen !== "string"){
const err38 = {instancePath:instancePath+"/unseen",schemaPath:"#/properties/unseen/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.terms !== undefined){
let data22 = data.terms;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.region === undefined){
const err39 = {instancePath:instancePath+"/terms",schemaPath:"#/definitions/terms/required",keyword:"required",params:{missingProperty: "region"},message:"must have required property '"+"region"+"'"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data22.templateSha256 === undefined){
const err40 = {instancePath:instancePath+"/terms",schemaPath:"#/definitions/terms/required",keyword:"required",params:{missingProperty: "templateSha256"},message:"must have required property '"+"templateSha256"+"'"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data22.tags === undefined){
const err41 = {instancePath:instancePath+"/terms",schemaPath:"#/definitions/terms/required",keyword:"required",params:{missingProperty: "tags"},message:"must have required property '"+"tags"+"'"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data22.serviceRole === undefined){
const err42 = {instancePath:instancePath+"/terms",schemaPath:"#/definitions/terms/required",keyword:"required",params:{missingProperty: "serviceRole"},message:"must have required property '"+"serviceRole"+"'"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data22.notifications === undefined){
const err43 = {instancePath:instancePath+"/terms",schemaPath:"#/definitions/terms/required",keyword:"required",params:{missingProperty: "notifications"},message:"must have required property '"+"notifications"+"'"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data22.rollbackAlarms === undefined){
const err44 = {instancePath:instancePath+"/terms",schemaPath:"#/definitions/terms/required",keyword:"required",params:{missingProperty: "rollbackAlarms"},message:"must have required property '"+"rollbackAlarms"+"'"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data22.rollbackMinutes === undefined){
const err45 = {instancePath:instancePath+"/terms",schemaPath:"#/definitions/terms/required",keyword:"required",params:{missingProperty: "rollbackMinutes"},message:"must have required property '"+"rollbackMinutes"+"'"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data22.stackPolicy === undefined){
const err46 = {instancePath:instancePath+"/terms",schemaPath:"#/definitions/terms/required",keyword:"required",params:{missingProperty: "stackPolicy"},message:"must have required property '"+"stackPolicy"+"'"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data22.terminationProtection === undefined){
const err47 = {instancePath:instancePath+"/terms",schemaPath:"#/definitions/terms/required",keyword:"required",params:{missingProperty: "terminationProtection"},message:"must have required property '"+"terminationProtection"+"'"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data22.region !== undefined){
if(typeof data22.region !== "string"){
const err48 = {instancePath:instancePath+"/terms/region",schemaPath:"#/definitions/terms/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data22.templateSha256 !== undefined){
let data24 = data22.templateSha256;
if(typeof data24 === "string"){
if(!pattern1.test(data24)){
const err49 = {instancePath:instancePath+"/terms/templateSha256",schemaPath:"#/definitions/terms/properties/templateSha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/terms/templateSha256",schemaPath:"#/definitions/terms/properties/templateSha256/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data22.tags !== undefined){
let data25 = data22.tags;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
for(const key0 in data25){
if(typeof data25[key0] !== "string"){
const err51 = {instancePath:instancePath+"/terms/tags/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/terms/properties/tags/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/terms/tags",schemaPath:"#/definitions/terms/properties/tags/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data22.serviceRole !== undefined){
let data27 = data22.serviceRole;
if((typeof data27 !== "string") && (data27 !== null)){
const err53 = {instancePath:instancePath+"/terms/serviceRole",schemaPath:"#/definitions/terms/properties/serviceRole/type",keyword:"type",params:{type: schema17.properties.serviceRole.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data22.notifications !== undefined){
let data28 = data22.notifications;
if(Array.isArray(data28)){
const len3 = data28.length;
for(let i3=0; i3<len3; i3++){
if(typeof data28[i3] !== "string"){
const err54 = {instancePath:instancePath+"/terms/notifications/" + i3,schemaPath:"#/definitions/terms/properties/notifications/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/terms/notifications",schemaPath:"#/definitions/terms/properties/notifications/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data22.rollbackAlarms !== undefined){
let data30 = data22.rollbackAlarms;
if(Array.isArray(data30)){
const len4 = data30.length;
for(let i4=0; i4<len4; i4++){
if(typeof data30[i4] !== "string"){
const err56 = {instancePath:instancePath+"/terms/rollbackAlarms/" + i4,schemaPath:"#/definitions/terms/properties/rollbackAlarms/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/terms/rollbackAlarms",schemaPath:"#/definitions/terms/properties/rollbackAlarms/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data22.rollbackMinutes !== undefined){
let data32 = data22.rollbackMinutes;
if(!((typeof data32 == "number") && (isFinite(data32)))){
const err58 = {instancePath:instancePath+"/terms/rollbackMinutes",schemaPath:"#/definitions/terms/properties/rollbackMinutes/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data22.stackPolicy !== undefined){
if(typeof data22.stackPolicy !== "string"){
const err59 = {instancePath:instancePath+"/terms/stackPolicy",schemaPath:"#/definitions/terms/properties/stackPolicy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data22.terminationProtection !== undefined){
if(typeof data22.terminationProtection !== "boolean"){
const err60 = {instancePath:instancePath+"/terms/terminationProtection",schemaPath:"#/definitions/terms/properties/terminationProtection/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
else {
const err61 = {instancePath:instancePath+"/terms",schemaPath:"#/definitions/terms/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const pattern2 = new RegExp("^[0-9A-Za-z.+-]{1,100}$", "u");
const pattern3 = new RegExp("^[0-9]{12}$", "u");
const pattern4 = new RegExp("^[a-z0-9-]{1,40}$", "u");
const pattern6 = new RegExp("^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$", "u");
const pattern7 = new RegExp("^https?://[^\\s]{1,500}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schemaVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schemaVersion"},message:"must have required property '"+"schemaVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.command === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "command"},message:"must have required property '"+"command"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.outcome === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "outcome"},message:"must have required property '"+"outcome"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.plans === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "plans"},message:"must have required property '"+"plans"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.context === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "context"},message:"must have required property '"+"context"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.schemaVersion !== undefined){
if(1 !== data.schemaVersion){
const err5 = {instancePath:instancePath+"/schemaVersion",schemaPath:"#/properties/schemaVersion/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.command !== undefined){
if("plan" !== data.command){
const err6 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/const",keyword:"const",params:{allowedValue: "plan"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.outcome !== undefined){
if("planned" !== data.outcome){
const err7 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/const",keyword:"const",params:{allowedValue: "planned"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.plans !== undefined){
let data3 = data.plans;
if(Array.isArray(data3)){
if(data3.length > 20){
const err8 = {instancePath:instancePath+"/plans",schemaPath:"#/properties/plans/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate11(data3[i0], {instancePath:instancePath+"/plans/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath:instancePath+"/plans",schemaPath:"#/properties/plans/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.context !== undefined){
let data5 = data.context;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.version === undefined){
const err10 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data5.account === undefined){
const err11 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/required",keyword:"required",params:{missingProperty: "account"},message:"must have required property '"+"account"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data5.region === undefined){
const err12 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/required",keyword:"required",params:{missingProperty: "region"},message:"must have required property '"+"region"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data5.configHash === undefined){
const err13 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/required",keyword:"required",params:{missingProperty: "configHash"},message:"must have required property '"+"configHash"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data5.time === undefined){
const err14 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/required",keyword:"required",params:{missingProperty: "time"},message:"must have required property '"+"time"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5.version !== undefined){
let data6 = data5.version;
if(typeof data6 === "string"){
if(!pattern2.test(data6)){
const err15 = {instancePath:instancePath+"/context/version",schemaPath:"#/properties/context/properties/version/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Za-z.+-]{1,100}$"},message:"must match pattern \""+"^[0-9A-Za-z.+-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/context/version",schemaPath:"#/properties/context/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data5.account !== undefined){
let data7 = data5.account;
if(typeof data7 === "string"){
if(!pattern3.test(data7)){
const err17 = {instancePath:instancePath+"/context/account",schemaPath:"#/properties/context/properties/account/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/context/account",schemaPath:"#/properties/context/properties/account/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data5.region !== undefined){
let data8 = data5.region;
if(typeof data8 === "string"){
if(!pattern4.test(data8)){
const err19 = {instancePath:instancePath+"/context/region",schemaPath:"#/properties/context/properties/region/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,40}$"},message:"must match pattern \""+"^[a-z0-9-]{1,40}$"+"\""};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/context/region",schemaPath:"#/properties/context/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data5.configHash !== undefined){
let data9 = data5.configHash;
if(typeof data9 === "string"){
if(!pattern1.test(data9)){
const err21 = {instancePath:instancePath+"/context/configHash",schemaPath:"#/properties/context/properties/configHash/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/context/configHash",schemaPath:"#/properties/context/properties/configHash/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data5.time !== undefined){
let data10 = data5.time;
if(typeof data10 === "string"){
if(!pattern6.test(data10)){
const err23 = {instancePath:instancePath+"/context/time",schemaPath:"#/properties/context/properties/time/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/context/time",schemaPath:"#/properties/context/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data5.runUrl !== undefined){
let data11 = data5.runUrl;
if(typeof data11 === "string"){
if(!pattern7.test(data11)){
const err25 = {instancePath:instancePath+"/context/runUrl",schemaPath:"#/properties/context/properties/runUrl/pattern",keyword:"pattern",params:{pattern: "^https?://[^\\s]{1,500}$"},message:"must match pattern \""+"^https?://[^\\s]{1,500}$"+"\""};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/context/runUrl",schemaPath:"#/properties/context/properties/runUrl/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

