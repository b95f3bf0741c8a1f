import { auditProperties } from "lemmacheck/vitest";
import { hessianBall } from "../bounds/hessian-ball.js";

auditProperties(hessianBall);
